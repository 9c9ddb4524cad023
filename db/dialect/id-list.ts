import { type AnyColumn, type SQL, sql } from 'drizzle-orm';
import { dialect } from './name';

/** `column in (…)` of more ids than a statement could spell. */
export function inIds(column: AnyColumn | SQL, ids: readonly number[]): SQL {
  return dialect === 'postgres'
    ? sql`${column} in (select unnest(string_to_array(${ids.join(',')}, ',')::bigint[]))`
    : sql`${column} in (select value from json_each(${`[${ids.join(',')}]`}))`;
}
