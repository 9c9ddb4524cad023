import { type AnyColumn, type SQL, sql } from 'drizzle-orm';

/** A LIKE pattern for «contains», `%` and `_` being plain characters; to be used with `escape '\'`. */
export function likePattern(needle: string): string {
  return `%${needle.replace(/[\\%_]/g, '\\$&')}%`;
}

/** Whether a column of normalised text contains a normalised needle. */
export function contains(column: AnyColumn | SQL, needle: string): SQL {
  return sql`${column} like ${likePattern(needle)} escape '\\'`;
}
