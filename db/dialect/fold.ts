import { type AnyColumn, type SQL, sql } from 'drizzle-orm';
import { dialect } from './name';

/**
 * Text as it is compared: NFKC, lower case in every script, ё→е. Done here and not by an engine's `lower`, which on SQLite
 * folds ASCII only, and elsewhere depends on the database's locale.
 */
export function fold(text: string): string {
  return text.normalize('NFKC').toLocaleLowerCase('ru').replaceAll('ё', 'е');
}

/** The same of a column, for the few conditions on texts that are not stored folded. On SQLite it is the function above. */
export function folded(column: AnyColumn): SQL {
  return dialect === 'postgres' ? sql`replace(lower(normalize(${column}, NFKC)), 'ё', 'е')` : sql`fold(${column})`;
}
