import type Database from 'better-sqlite3';
import { fold } from '../dialect/fold-text';

/** The functions that the product's statements expect of a connection. */
export function addFunctions(connection: Database.Database): void {
  connection.function('fold', { deterministic: true }, (text) => fold(String(text ?? '')));
}
