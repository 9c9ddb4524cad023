import type { ImportReading } from '../domain/imports/schema';

export type Delimiter = NonNullable<ImportReading['delimiter']>;

/** In the order of trust: a decimal comma is in every price, a semicolon hardly in any cell. */
const delimiters: readonly Delimiter[] = [';', '\t', ','];

/** Excel's first line that names the delimiter, and is no row. */
const named = /^"?sep=(.)"?(\r\n|\r|\n|$)/i;

/** What Excel's line `sep=;` says, and how many characters it has; null for a text without. */
export function namedDelimiter(text: string): { delimiter?: Delimiter; length: number } | null {
  const match = named.exec(text);
  return match && { delimiter: delimiters.find((delimiter) => delimiter === match[1]), length: match[0].length };
}

/**
 * What parts the columns of a text, by its first lines: the character that gives the most lines the same number of columns, two
 * at least. `whole` is false when the text goes on.
 */
export function delimiterOf(text: string, whole: boolean): Delimiter {
  let best: Delimiter = ';';
  let bestShare = 0;
  for (const delimiter of delimiters) {
    const share = evenness(columnCounts(text, delimiter, whole));
    if (share > bestShare) {
      best = delimiter;
      bestShare = share;
    }
  }
  return best;
}

/** The share of the lines that have the commonest number of columns; 0 when that is one. */
function evenness(counts: number[]): number {
  const lines = new Map<number, number>();
  for (const count of counts) lines.set(count, (lines.get(count) ?? 0) + 1);
  const [columns, most] = [...lines].reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] > a[0]) ? b : a), [1, 0]);
  return columns > 1 ? most / counts.length : 0;
}

const linesLookedAt = 200;

/** How many columns each line would have that is not empty; what stands in quotes parts nothing. */
function columnCounts(text: string, delimiter: Delimiter, whole: boolean): number[] {
  const counts: number[] = [];
  let columns = 1;
  let lineStart = 0;
  let cellStart = 0;
  let at = 0;
  for (; at < text.length && counts.length < linesLookedAt; at++) {
    const char = text[at];
    if (char === '"' && at === cellStart) {
      at = closingQuote(text, at);
    } else if (char === delimiter) {
      columns++;
      cellStart = at + 1;
    } else if (char === '\n' || char === '\r') {
      if (at > lineStart) counts.push(columns);
      columns = 1;
      lineStart = cellStart = at + 1;
    }
  }
  if (counts.length === 0 || (whole && at > lineStart && counts.length < linesLookedAt)) counts.push(columns);
  return counts;
}

/** Where the quoted cell that begins here ends; the end of the text when it does not. */
function closingQuote(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return text.length;
}
