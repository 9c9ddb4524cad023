import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import type { SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { toDbError } from './db-error';
import type { Engine, Tx } from './engine';
import { forgetDeleted } from './forget';
import { addFunctions } from './sqlite-functions';
import { viewSqlite } from './sqlite-view';
import { indexUpkeep } from './upkeep';

/** The file a `file:` URL names, against the working directory. (`new URL` would make `file:./x` absolute.) */
export function sqlitePath(url: string): string {
  return resolve(/* turbopackIgnore: true */ process.cwd(), url.replace(/^file:/, ''));
}

/** Opens a connection with the settings every connection of the product has. */
export function openSqlite(path: string, options: { readonly?: boolean } = {}): Database.Database {
  if (!options.readonly) mkdirSync(dirname(path), { recursive: true });
  const connection = new Database(path, { readonly: options.readonly ?? false });
  connection.pragma('busy_timeout = 5000');
  connection.pragma('foreign_keys = ON');
  // Without it REPLACE would delete journal rows behind the triggers' back.
  connection.pragma('recursive_triggers = ON');
  addFunctions(connection);
  if (options.readonly) connection.pragma('query_only = ON');
  else {
    connection.pragma('journal_mode = WAL');
    // better-sqlite3 defaults to NORMAL under WAL, which may lose the last second at a power cut.
    connection.pragma('synchronous = FULL');
    // What is deleted or overwritten is zeroed in the file: an erasure must not leave it in free pages.
    connection.pragma('secure_delete = ON');
  }
  return connection;
}

/** Runs units one after another on one connection, each between `begin` and COMMIT. */
function unitQueue(connection: Database.Database, begin: string) {
  const tx = drizzle(connection, { casing: 'snake_case' });
  let tail: Promise<unknown> = Promise.resolve();

  async function unit<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    connection.exec(begin);
    try {
      const result = await work(tx);
      connection.exec('COMMIT');
      return result;
    } finally {
      if (connection.inTransaction) connection.exec('ROLLBACK');
    }
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = tail.then(work);
    tail = result.catch(() => undefined);
    return result.catch((error: unknown) => {
      throw toDbError(error);
    });
  }

  return { unit: <T>(work: (tx: Tx) => Promise<T>): Promise<T> => inTurn(() => unit(work)), between: inTurn };
}

/** See `Engine.snapshot`. Under WAL such a reader stops nobody; the log only cannot be started anew meanwhile. */
async function snapshotOf<T>(path: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const connection = openSqlite(path, { readonly: true });
  try {
    connection.exec('BEGIN');
    // BEGIN alone sees nothing yet: the first read chooses the moment.
    connection.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get();
    return await work(drizzle(connection, { casing: 'snake_case' }));
  } catch (error) {
    throw toDbError(error);
  } finally {
    connection.close();
  }
}

/**
 * SQLite: one writing connection behind a queue, and a second, query-only one for reads – on a shared
 * connection a reader would see rows of another request's open transaction.
 */
export function createSqliteEngine(url: string): Engine {
  const path = sqlitePath(url);
  const writer = openSqlite(path);
  const reader = openSqlite(path, { readonly: true });
  const writes = unitQueue(writer, 'BEGIN IMMEDIATE');
  return {
    dialect: 'sqlite',
    read: unitQueue(reader, 'BEGIN').unit,
    transaction: writes.unit,
    snapshot: (work) => snapshotOf(path, work),
    forget: () => forgetDeleted(writer, writes.between),
    upkeep: indexUpkeep(writer, writes.between),
    rows: async <R>(tx: Tx, query: SQL) => (tx as ReturnType<typeof drizzle>).all<R>(query),
    view: (folder, work) => viewSqlite(path, folder, work),
    close: async () => {
      reader.close();
      writer.close();
    },
  };
}
