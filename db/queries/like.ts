import { type AnyColumn, type SQL, sql } from 'drizzle-orm';

/** Whether a column of normalised text contains a normalised needle, `%` and `_` being plain characters. */
export function contains(column: AnyColumn | SQL, needle: string): SQL {
  const pattern = `%${needle.replace(/[\\%_]/g, '\\$&')}%`;
  return sql`${column} like ${pattern} escape '\\'`;
}
