import { type AnyColumn, type SQL, sql } from 'drizzle-orm';
import { dialect } from './name';

/** A column's text as it is compared, for the few conditions on texts that are not stored folded. On SQLite it is the function of `fold-text.ts`. */
export function folded(column: AnyColumn): SQL {
  return dialect === 'postgres' ? sql`replace(lower(normalize(${column}, NFKC)), 'ё', 'е')` : sql`fold(${column})`;
}
