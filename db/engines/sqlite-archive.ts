import { closeSync, copyFileSync, existsSync, linkSync, mkdirSync, openSync, readSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { type Archive, BackupError, nameStamp } from './backup';
import { isDbError } from './db-error';
import { removeLeftOvers, removeScratch, scratchName, sync } from './scratch-files';
import { sqlitePath } from './sqlite';
import { openSqliteAlone } from './sqlite-alone';
import { copySqlite } from './sqlite-view';

/** Folds the log into the file, so that the file alone is the database. */
function settle(path: string): void {
  openSqliteAlone(path).close();
  sync(path);
}

function startOf(file: string): string {
  const handle = openSync(file, 'r');
  try {
    const start = Buffer.alloc(16);
    readSync(handle, start, 0, 16, 0);
    return start.toString('latin1');
  } finally {
    closeSync(handle);
  }
}

function hasLedger(file: string): boolean {
  const connection = new Database(file, { readonly: true });
  try {
    return connection.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'schema_migrations'`).get() !== undefined;
  } catch {
    // Damaged, which the trial tells with more words.
    return true;
  } finally {
    connection.close();
  }
}

/** Nobody else has the file while the work is done. A file that is no database cannot be locked, and its log goes aside. */
function whileAlone<T>(path: string, replaced: string, work: () => T): T {
  let connection: Database.Database | undefined;
  try {
    connection = openSqliteAlone(path);
  } catch (error) {
    if (isDbError(error) && error.kind === 'busy') throw new BackupError('Another program has the database open: stop it first.');
    for (const ending of ['-wal', '-shm']) if (existsSync(`${path}${ending}`)) renameSync(`${path}${ending}`, `${replaced}${ending}`);
  }
  try {
    return work();
  } finally {
    connection?.close();
  }
}

/** A second name for a file; a copy where the file system knows no second names. */
function alsoNamed(path: string, name: string): void {
  try {
    linkSync(path, name);
  } catch {
    copyFileSync(path, name);
    sync(name);
  }
}

/** The name of the database goes from one file to the other in a single step: after a power cut it names either. */
function place(scratch: string, target: string): string | null {
  settle(scratch);
  if (!existsSync(target)) {
    renameSync(scratch, target);
    sync(dirname(target));
    return null;
  }
  const replaced = `${target}.replaced-${nameStamp()}`;
  return whileAlone(target, replaced, () => {
    alsoNamed(target, replaced);
    renameSync(scratch, target);
    sync(dirname(target));
    return replaced;
  });
}

/** SQLite: a backup is a database file of its own, without a log. */
export function sqliteArchive(url: string): Archive {
  const target = sqlitePath(url);
  return {
    refuseForeign: async (file) => {
      if (!startOf(file).startsWith('SQLite format 3') || !hasLedger(file))
        throw new BackupError(`${file} is no backup of this program for SQLite.`);
    },
    refuseOpen: async () => {
      if (existsSync(target)) whileAlone(target, `${target}.replaced-${nameStamp()}`, () => undefined);
    },
    dump: async (file) => {
      copySqlite(target, file);
      sync(file);
    },
    tryDump: async (file, work) => {
      const result = await work(`file:${file}`);
      settle(file);
      return result;
    },
    unpack: async (file, work) => {
      const folder = dirname(target);
      const prefix = `${basename(target)}.restoring-`;
      mkdirSync(folder, { recursive: true });
      removeLeftOvers(folder, prefix);
      const scratch = join(folder, scratchName(prefix));
      try {
        copyFileSync(file, scratch);
        return await work({ url: `file:${scratch}`, place: async () => place(scratch, target) });
      } finally {
        removeScratch(scratch);
      }
    },
  };
}
