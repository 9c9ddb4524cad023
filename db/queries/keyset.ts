import { type AnyColumn, and, asc, desc, or, type SQL, sql } from 'drizzle-orm';

/** One of the values a list is sorted by: in the database, and of a row that was read. */
export interface SortKey<R> {
  column: SQL;
  type: 'number' | 'string';
  of: (row: R) => string | number;
  /** No two rows have the same: nothing after it can change the order. */
  unique?: boolean;
}

export interface Sorting<S extends string> {
  sort: S;
  descending?: boolean;
}

export interface DirectedKey<R> extends SortKey<R> {
  descending: boolean;
}

/** Which rows of a sorted list: those after a place, or those before it, or the first. */
export interface Place {
  after?: readonly (string | number)[];
  before?: readonly (string | number)[];
}

/** Several sortings as one: the keys of each in its direction, and at last the one that tells any two rows apart. */
export function keysOf<S extends string, R>(sortings: Record<S, SortKey<R>[]>, sorts: readonly Sorting<S>[]): DirectedKey<R>[] {
  const keys: DirectedKey<R>[] = [];
  for (const [at, { sort, descending = false }] of sorts.entries()) {
    const directed = sortings[sort].map((key) => ({ ...key, descending }));
    const final = at === sorts.length - 1 || directed.every(({ unique }) => unique);
    keys.push(...directed.filter(({ unique }) => final || !unique));
    if (final) break;
  }
  return keys;
}

function fits<R>(keys: readonly SortKey<R>[], values: readonly (string | number)[]): boolean {
  return keys.length === values.length && keys.every(({ type }, at) => typeof values[at] === type);
}

/** Neighbouring keys of one direction, which compare as one row value: an index over them serves it. */
interface Run {
  columns: SQL[];
  values: SQL[];
  down: boolean;
}

function runsOf<R>(keys: readonly DirectedKey<R>[], values: readonly (string | number)[], turned: boolean): Run[] {
  const runs: Run[] = [];
  keys.forEach(({ column, descending }, at) => {
    const down = descending !== turned;
    const last = runs.at(-1);
    const run = last?.down === down ? last : { columns: [], values: [], down };
    if (run !== last) runs.push(run);
    run.columns.push(column);
    run.values.push(sql`${values[at]}`);
  });
  return runs;
}

function compare({ columns, values }: Run, operator: string): SQL {
  const tuple = (parts: SQL[]) => sql`(${sql.join(parts, sql`, `)})`;
  return sql`${tuple(columns)} ${sql.raw(operator)} ${tuple(values)}`;
}

/** Rows beyond a place, the first run deciding, the others only where it is equal. */
function beyond([first, ...others]: Run[]): SQL | undefined {
  if (!first) return undefined;
  const strictly = compare(first, first.down ? '<' : '>');
  if (others.length === 0) return strictly;
  // The bound in front says nothing new: it lets an index skip all that lies before the place.
  return and(compare(first, first.down ? '<=' : '>='), or(strictly, and(compare(first, '='), beyond(others))));
}

/**
 * The condition and the order of a page that follows (or precedes) a place. A place of another sorting is no place.
 * Rows before a place come nearest first and must be turned round.
 */
export function keyset<R>(keys: readonly DirectedKey<R>[], place: Place): { where: SQL | undefined; orderBy: SQL[]; turned: boolean } {
  const turned = place.after === undefined && place.before !== undefined && fits(keys, place.before);
  const values = [place.after, place.before].find((given) => given !== undefined && fits(keys, given));
  return {
    where: values && beyond(runsOf(keys, values, turned)),
    orderBy: keys.map(({ column, descending }) => (descending !== turned ? desc : asc)(column)),
    turned,
  };
}

/** All ids of a query in its order, as one text: a list of a million numbers without a row for each. */
export function idsInOrder(id: AnyColumn, orderBy: readonly SQL[]): SQL<string | null> {
  return sql`string_agg(cast(${id} as text), ',' order by ${sql.join([...orderBy], sql`, `)})`;
}

export function readIds(text: string | null): number[] {
  return text ? text.split(',').map(Number) : [];
}
