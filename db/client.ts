import type { Table } from 'drizzle-orm';
import { databaseUrl, dialectOf } from './dialect/name';
import type { Archive } from './engines/backup';
import type { BulkLoad } from './engines/bulk';
import type { Engine } from './engines/engine';
import { createPostgresEngine } from './engines/postgres';
import { postgresArchive } from './engines/postgres-archive';
import { loadPostgres } from './engines/postgres-bulk';
import { createSqliteEngine } from './engines/sqlite';
import { sqliteArchive } from './engines/sqlite-archive';
import { loadSqlite } from './engines/sqlite-bulk';

const slot = Symbol.for('order-client-accounting.engine');
const shared = globalThis as typeof globalThis & { [slot]?: Engine };

/** Opens a database of its own; `getEngine` is what requests use. */
export function createEngine(url: string): Engine {
  return dialectOf(url) === 'postgres' ? createPostgresEngine(url) : createSqliteEngine(url);
}

/**
 * The engine of this process, opened at first use. It lives on `globalThis` because Next gives pages,
 * route handlers and instrumentation a module instance each, and the server bundle is one more:
 * a second writing connection would block the event loop.
 */
export function getEngine(): Engine {
  shared[slot] ??= createEngine(databaseUrl());
  return shared[slot];
}

/** Closes the engine of this process, if it was opened. */
export async function closeEngine(): Promise<void> {
  const open = shared[slot];
  shared[slot] = undefined;
  await open?.close();
}

/** Puts another engine in place (tests). Returns the one that stood there. */
export function replaceEngine(engine: Engine): Engine | undefined {
  const previous = shared[slot];
  shared[slot] = engine;
  return previous;
}

/**
 * Fills tables with very many rows, all or nothing, on a connection of its own. Throws `DbError` of kind `busy` when another
 * program has the database open and the engine cannot load beside it.
 */
export function bulkLoad<T>(url: string, tables: readonly Table[], work: (load: BulkLoad) => Promise<T>): Promise<T> {
  return dialectOf(url) === 'postgres' ? loadPostgres(url, tables, work) : loadSqlite(url, tables, work);
}

/** How the database is copied into a backup and back. */
export function archiveOf(url: string): Archive {
  return dialectOf(url) === 'postgres' ? postgresArchive(url) : sqliteArchive(url);
}
