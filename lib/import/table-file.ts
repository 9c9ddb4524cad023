import { type FoundFile, type ImportReading, sampleChars, sampleRows } from '../domain/imports/schema';
import { headerOf } from './header';
import { openSheet, type SheetCell, type SheetRow } from './sheet';

/** Columns as a spreadsheet letters them, for a table without headings. */
function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** A cell as the text that a field reads; a percentage as people read it. */
export function cellText({ text, percent }: SheetCell): string {
  return percent ? `${Number((Number(text) * 100).toPrecision(15))}%` : text;
}

/** A file as a table under its heading. */
export interface TableFile {
  found: FoundFile;
  /** Blocks of the rows under the heading, anew at every call. */
  rows: () => AsyncIterable<SheetRow[]>;
}

/** Whether a row only adds up those above it, as our own downloads and most others end. */
function isTotals({ cells }: SheetRow): boolean {
  const first = cells.find(({ text }) => text.trim() !== '');
  return /^(итого|всего|total|grand total)(\s*:.*)?$/i.test(first?.text.trim() ?? '');
}

async function* below(blocks: AsyncIterable<SheetRow[]>, header: number): AsyncGenerator<SheetRow[]> {
  for await (const block of blocks) {
    const rows = block.filter((row) => row.no > header && !isTotals(row));
    if (rows.length > 0) yield rows;
  }
}

/** Opens a file whose heading is found by its first rows; without one, columns are called by their letters. Throws `UnreadableFile`. */
export async function openTable(path: string, fileName: string, asked: ImportReading): Promise<TableFile> {
  const source = await openSheet(path, fileName, asked);
  let first: SheetRow[] = [];
  for await (const block of source.rows()) {
    first = block;
    break;
  }
  const header = headerOf(first);
  const width = first.reduce((most, { cells }) => Math.max(most, cells.length), header?.texts.length ?? 0);
  const headers = Array.from({ length: width }, (_, at) => (header ? (header.texts[at] ?? '') : letters(at)));
  const under = first.filter((row) => row.no > (header?.no ?? 0) && !isTotals(row));
  const found: FoundFile = {
    encoding: source.encoding ?? null,
    delimiter: source.delimiter ?? null,
    sheets: source.sheets ?? [],
    sheet: source.sheet ?? null,
    headers,
    sample: under.slice(0, sampleRows).map(({ cells }) => cells.map((cell) => cellText(cell).slice(0, sampleChars))),
  };
  return { found, rows: () => below(source.rows(), header?.no ?? 0) };
}
