import { join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { searchIndexes } from '../triggers';
import { toDbError } from './db-error';
import type { View } from './engine';
import { removeLeftOvers, removeScratch, scratchName } from './scratch-files';
import { addFunctions } from './sqlite-functions';
import { askInThread } from './sqlite-thread';

/** Writes a compact copy of a database beside which others read and write. Throws when `target` exists. */
export function copySqlite(path: string, target: string): void {
  const connection = new Database(path, { readonly: true });
  try {
    connection.pragma('busy_timeout = 5000');
    connection.prepare('VACUUM INTO ?').run(target);
  } finally {
    connection.close();
  }
}

/** The storage is that of the original, since a copy has its indexes made anew; the rest is asked of what the reader sees. */
async function brokenInSqlite(path: string, seen: string): Promise<string[]> {
  const [storage, references, ...indexes] = await askInThread([
    { path, statement: 'PRAGMA integrity_check' },
    { path: seen, statement: 'PRAGMA foreign_key_check' },
    // Compares the index with its texts; to SQLite it is a write.
    ...searchIndexes.map((name) => ({ path: seen, statement: `INSERT INTO ${name}(${name}, rank) VALUES ('integrity-check', 1)` })),
  ]);
  const found = storage?.rows.map((row) => String(row.integrity_check)).filter((sentence) => sentence !== 'ok') ?? [];
  const refused = [storage, references].flatMap((answer) => answer?.refusal ?? []);
  return [
    ...[...found, ...refused].map((sentence) => `storage: ${sentence}`),
    ...(references?.rows.slice(0, 20).map((row) => `${row.table} ${row.rowid} refers to a missing row of ${row.parent}`) ?? []),
    ...searchIndexes.filter((_, n) => indexes[n]?.refusal).map((name) => `${name} differs from its texts`),
  ];
}

const prefix = 'verify-copy-';

async function viewFile<T>(path: string, seen: string, work: (view: View) => Promise<T>): Promise<T> {
  const connection = new Database(seen, { readonly: true });
  const broken = brokenInSqlite(path, seen);
  // Whoever never comes to wait for it has a worse failure to tell.
  broken.catch(() => undefined);
  try {
    connection.pragma('busy_timeout = 5000');
    addFunctions(connection);
    connection.exec('BEGIN');
    return await work({ tx: drizzle(connection, { casing: 'snake_case' }), broken });
  } finally {
    await broken.catch(() => undefined);
    connection.close();
  }
}

/** See `Engine.view`. */
export async function viewSqlite<T>(path: string, folder: string | null, work: (view: View) => Promise<T>): Promise<T> {
  try {
    if (folder === null) return await viewFile(path, path, work);
    removeLeftOvers(folder, prefix);
    const copy = join(folder, scratchName(prefix));
    try {
      copySqlite(path, copy);
      return await viewFile(path, copy, work);
    } finally {
      removeScratch(copy);
    }
  } catch (error) {
    throw toDbError(error);
  }
}
