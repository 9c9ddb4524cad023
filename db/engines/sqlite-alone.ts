import type Database from 'better-sqlite3';
import { DbError, toDbError } from './db-error';
import { openSqlite } from './sqlite';

/**
 * A connection to a database file that nobody else has open, with the log folded into the file. Leaving the WAL mode is
 * what SQLite allows only then. Throws `DbError` of kind `busy` when somebody has it open.
 */
export function openSqliteAlone(path: string): Database.Database {
  const connection = openSqlite(path);
  try {
    connection.pragma('busy_timeout = 1000');
    const mode = connection.pragma('journal_mode = DELETE', { simple: true });
    if (mode !== 'delete') throw new DbError('busy', 'another program has the database open', undefined);
    connection.exec('BEGIN EXCLUSIVE');
    return connection;
  } catch (error) {
    connection.close();
    throw toDbError(error);
  }
}
