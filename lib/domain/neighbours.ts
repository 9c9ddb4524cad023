import { encodeCursor } from './cursor';
import type { PageRead } from './list-page';

/** Where a record stands among those of a filter. */
export interface Neighbours {
  previous: number | undefined;
  next: number | undefined;
  /** From 1; undefined when it is further than is counted. */
  position: number | undefined;
  /** All of the filter; undefined when they are more than are counted. */
  total: number | undefined;
  /** Where the page that holds the record begins, as `ListPage` gives places; undefined for the first page. */
  page: string | undefined;
}

type Keys = (string | number)[];

interface Walk<R> {
  /** The values the record is sorted by. */
  keys: Keys;
  /** The sorting's name in a place. */
  sorting: string;
  /** Rows of a page. */
  size: number;
  read: (what: PageRead) => Promise<R[]>;
  keysOf: (row: R) => Keys;
  idOf: (row: R) => number;
  /** Rows before the record, undefined when there are too many to count. */
  before: number | undefined;
  total: number | undefined;
}

/** Step: the record before and the one after a place, which need not be in the list itself any more, and its page. */
export async function neighboursAt<R>({ keys, sorting, size, read, keysOf, idOf, before, total }: Walk<R>): Promise<Neighbours> {
  const onPage = before === undefined ? 0 : before % size;
  const earlier = await read({ before: keys, after: undefined, limit: onPage + 1 });
  const [later] = await read({ after: keys, before: undefined, limit: 1 });
  const last = earlier.at(-1);
  // The row that the page follows: one more than those of the page that stand before the record.
  const edge = earlier.length > onPage ? earlier[0] : undefined;
  return {
    previous: last && idOf(last),
    next: later && idOf(later),
    position: before === undefined ? undefined : before + 1,
    total,
    page: edge && encodeCursor({ sorting, passed: before === undefined ? 1 : before - onPage, keys: keysOf(edge) }),
  };
}
