import { type ImportEntity, type ImportField, importEntities, importFields } from '../domain/imports/schema';
import { parseDayText } from './day-text';
import { headerWords, ownNumber } from './header-words';
import { parseNumberText } from './number-text';
import type { SheetRow } from './sheet';

/** Rows that a heading is looked for in. */
const searched = 20;

export interface Header {
  /** Its row, as a spreadsheet numbers it. */
  no: number;
  /** Trimmed, on one line; empty for a column without a heading. */
  texts: string[];
}

/**
 * The heading of a table among its first rows: the row with most headings that are known for any entity; where none is, the first
 * row of words that is about as wide as the table, so that a title above is passed over. Null when there is none such.
 */
export function headerOf(rows: readonly SheetRow[]): Header | null {
  const first = rows.slice(0, searched);
  let best: SheetRow | undefined;
  let most = 0;
  for (const row of first) {
    const known = row.cells.filter(({ text }) => knownHeadings.has(headingKey(text))).length;
    if (known > most && (known > 1 || filled(row) === 1)) {
      best = row;
      most = known;
    }
  }
  const width = Math.max(0, ...first.map(filled));
  best ??= first.find((row) => filled(row) * 2 >= width && row.cells.every(isWord));
  return best ? { no: best.no, texts: best.cells.map(({ text }) => text.replace(/\s+/gu, ' ').trim()) } : null;
}

function filled(row: SheetRow): number {
  return row.cells.filter(({ text }) => text.trim() !== '').length;
}

/** Whether a cell may be a heading: no number, no day, no address of anybody. */
function isWord({ text, kind }: SheetRow['cells'][number]): boolean {
  if (kind !== 'text') return false;
  return !/@|^\+?[\d\s()-]{5,}$/.test(text) && parseNumberText(text) === null && parseDayText(text) === null;
}

/**
 * What the columns of a table mean by their headings, null for those that mean nothing; each field at most once. A column
 * «№» is the record's own number in a file with a column for the version, which only our own downloads have.
 */
export function guessColumns(entity: ImportEntity, headers: readonly string[]): (ImportField | null)[] {
  const keys = headers.map(headingKey);
  const guessed: (ImportField | null)[] = headers.map(() => null);
  const own = keys.some((key) => words(entity, 'version').includes(key));
  for (const field of importFields[entity] as readonly ImportField[]) {
    const spellings = own && field === 'id' ? [...words(entity, field), ...ownNumber[entity]] : words(entity, field);
    const word = spellings.find((spelling) => keys.some((key, column) => key === spelling && guessed[column] === null));
    const column = keys.findIndex((key, at) => key === word && guessed[at] === null);
    if (word !== undefined) guessed[column] = field;
  }
  return guessed;
}

/** A heading without what differs from file to file: case, ё, punctuation, «№», what stands in brackets, units of money. */
export function headingKey(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(/№|#|n°/g, ' номер ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/(?<=\S) (?:руб|рублей|р|rub|rur|шт)$/u, '');
}

/** The name of the field, as our own downloads for machines have it, then what people call it. */
function words(entity: ImportEntity, field: ImportField): readonly string[] {
  return [field.replaceAll('_', ' '), ...(headerWords[entity][field] ?? [])];
}

const knownHeadings = new Set(
  importEntities.flatMap((entity) => (importFields[entity] as readonly ImportField[]).flatMap((field) => [...words(entity, field)])),
);
for (const heading of ['номер', 'сумма', 'итого', 'total', 'sum', 'amount']) knownHeadings.add(heading);
