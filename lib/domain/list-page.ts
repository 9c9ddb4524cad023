import { type Cursor, decodeCursor, encodeCursor } from './cursor';

export interface Sorting<S extends string> {
  sort: S;
  descending?: boolean;
}

/** What a list is sorted by: first this, and where two rows are equal, by what follows. */
export interface SortedBy<S extends string> extends Sorting<S> {
  further?: readonly Sorting<S>[];
}

/** Which page of a sorted list: from its beginning, or next to a place in it. */
export interface PageOf<S extends string> extends SortedBy<S> {
  limit: number;
  /** Places as `ListPage` gives them. */
  after?: string;
  before?: string;
}

export interface ListPage<R> {
  rows: R[];
  /** Rows before the first one, as far as is known. */
  passed: number;
  /** The places to ask for the neighbouring pages with; undefined where there is none. */
  next: string | undefined;
  previous: string | undefined;
}

/** Which rows to read: the values of a place, and how many, one more than the page has. */
export interface PageRead {
  after: Cursor['keys'] | undefined;
  before: Cursor['keys'] | undefined;
  limit: number;
}

/** A sorting as it stands in an address: `status,-created_at`. */
export function sortingText({ sort, descending, further = [] }: SortedBy<string>): string {
  return [{ sort, descending }, ...further].map((one) => `${one.descending ? '-' : ''}${one.sort}`).join(',');
}

/** Reads a page by places, which neither skips nor doubles a row that nobody changed. A place that leads nowhere leads to the beginning. */
export async function readPage<R>(
  { after, before, ...page }: PageOf<string>,
  read: (what: PageRead) => Promise<R[]>,
  keysOf: (row: R) => Cursor['keys'],
): Promise<ListPage<R>> {
  const { limit } = page;
  const sorting = sortingText(page);
  const from = decodeCursor(after, sorting);
  const to = from ? undefined : decodeCursor(before, sorting);
  const found = await read({ after: from?.keys, before: to?.keys, limit: limit + 1 });
  if (found.length === 0 && (from || to)) return readPage(page, read, keysOf);
  const more = found.length > limit;
  const rows = to ? found.slice(more ? 1 : 0) : found.slice(0, limit);
  const passed = from?.passed ?? (to && more ? Math.max(to.passed - rows.length, 1) : 0);
  const [first, last] = [rows[0], rows.at(-1)];
  const place = (row: R | undefined, rowsBefore: number) => row && encodeCursor({ sorting, passed: rowsBefore, keys: keysOf(row) });
  return {
    rows,
    passed,
    next: to || more ? place(last, passed + rows.length) : undefined,
    previous: from || (to && more) ? place(first, passed) : undefined,
  };
}
