import { readPart } from './workbook';
import type { ZipParts } from './zip-parts';

/** What a number means by its format; undefined for a plain one. */
export type CellStyle = 'date' | 'percent' | undefined;

/** The meaning of each style of a workbook, by its number. Throws `UnreadableFile`. */
export async function readStyles(zip: ZipParts, path: string | undefined): Promise<CellStyle[]> {
  if (!path) return [];
  const custom = new Map<string, CellStyle>();
  const formats: string[] = [];
  let inCells = false;
  await readPart(zip, path, {
    open(name, { numFmtId = '0', formatCode = '' }) {
      if (name === 'numFmt') custom.set(numFmtId, styleOfFormat(formatCode));
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) formats.push(numFmtId);
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  // The list of formats may stand behind the styles that use it.
  return formats.map((id) => (custom.has(id) ? custom.get(id) : builtIn(Number(id))));
}

function builtIn(id: number): CellStyle {
  if ((id >= 14 && id <= 22) || (id >= 45 && id <= 47)) return 'date';
  return id === 9 || id === 10 ? 'percent' : undefined;
}

/** What a format code shows. Codes are English in the file, whatever Excel speaks. */
export function styleOfFormat(code: string): CellStyle {
  const elapsed = /\[(h+|m+|s+)\]/i.test(code);
  // Texts in quotes, signs after \ _ and *, colours, conditions and languages in brackets say nothing about the kind.
  const bare = code.replace(/"[^"]*"|\\.|[_*].|\[[^\]]*\]/gs, '');
  const [positive = ''] = bare.split(';');
  if (elapsed || (/[dmyhs]/i.test(positive) && !/#|general/i.test(positive))) return 'date';
  return positive.includes('%') ? 'percent' : undefined;
}
