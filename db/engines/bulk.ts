import { getTableColumns, getTableName, type InferSelectModel, type Table } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { Tx } from './engine';

/**
 * A load of very many rows into tables that are empty or nearly so: one transaction, all or nothing, with the indexes made
 * anew at its end. Rows are trusted: whoever adds them vouches for keys and references.
 */
export interface BulkLoad {
  /** For the few questions before and after; it sees rows only once they are flushed. */
  readonly tx: Tx;
  /** Puts a row, its id included, among those to be written. */
  add<T extends Table>(table: T, row: InferSelectModel<T>): void;
  /** Waits until memory is free for more; call it every few hundred records. */
  flush(): Promise<void>;
}

/** A table as bulk statements name it. */
export interface BulkTable {
  name: string;
  /** Keys of a row object, in the order of `columns`. */
  keys: string[];
  columns: string[];
}

export function bulkTable(table: Table): BulkTable {
  const keys = Object.keys(getTableColumns(table));
  return { name: getTableName(table), keys, columns: keys.map(toSnakeCase) };
}
