import { asc, desc, type SQL, sql } from 'drizzle-orm';

/** One of the values a list is sorted by: in the database, and of a row that was read. The last one of a sorting is unique. */
export interface SortKey<R> {
  column: SQL;
  type: 'number' | 'string';
  of: (row: R) => string | number;
}

/** Which rows of a sorted list: those after a place, or those before it, or the first. */
export interface Place {
  after?: readonly (string | number)[];
  before?: readonly (string | number)[];
}

function tuple(parts: SQL[]): SQL {
  return sql`(${sql.join(parts, sql`, `)})`;
}

function fits<R>(keys: readonly SortKey<R>[], values: readonly (string | number)[]): boolean {
  return keys.length === values.length && keys.every(({ type }, at) => typeof values[at] === type);
}

/**
 * The condition and the order of a page that follows (or precedes) a place. A place of another sorting is no place.
 * Rows before a place come nearest first and must be turned round.
 */
export function keyset<R>(
  keys: readonly SortKey<R>[],
  descending: boolean,
  place: Place,
): { where: SQL | undefined; orderBy: SQL[]; turned: boolean } {
  const turned = place.after === undefined && place.before !== undefined && fits(keys, place.before);
  const values = [place.after, place.before].find((given) => given !== undefined && fits(keys, given));
  const down = descending !== turned;
  const where =
    values && sql`${tuple(keys.map(({ column }) => column))} ${sql.raw(down ? '<' : '>')} ${tuple(values.map((value) => sql`${value}`))}`;
  return { where, orderBy: keys.map(({ column }) => (down ? desc : asc)(column)), turned };
}
