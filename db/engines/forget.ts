import type Database from 'better-sqlite3';
import { searchIndexes } from '../triggers';
import { breathe } from './breathe';

/** Runs work of its own on the writing connection, between two units of work. */
type Between = <T>(work: () => Promise<T>) => Promise<T>;

/** Pages of the index written in one step: some milliseconds. */
const step = 64;

/**
 * Merges a search index into one piece: a text that left the index is only marked as gone in the older pieces. (FTS5's own
 * option for that, secure-delete, damages an index without details: SQLite 3.53.2.)
 */
async function mergeIndex(connection: Database.Database, between: Between, index: string): Promise<void> {
  const changes = connection.prepare('SELECT total_changes()').pluck();
  // https://sqlite.org/fts5.html#the_merge_command: a negative number takes all pieces, then positive ones go on with that.
  for (let pages = -step; ; pages = step) {
    const written = await between(async () => {
      const before = Number(changes.get());
      connection.exec(`INSERT INTO ${index}(${index}, rank) VALUES ('merge', ${pages})`);
      return Number(changes.get()) - before;
    });
    if (written < 2) return;
    await breathe();
  }
}

/** Attempts at an empty log, and the pause before another one, ms. */
const patience = { times: 20, pause: 50 };

/** Writes the whole log into the database and empties it. Never waits for readers by blocking: that would block them, too. */
async function emptyLog(connection: Database.Database): Promise<boolean> {
  connection.pragma('busy_timeout = 0');
  try {
    const [row] = connection.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    return row?.busy === 0;
  } finally {
    connection.pragma('busy_timeout = 5000');
  }
}

/** Takes what was deleted out of the search indexes and the log; false when somebody was reading all the time. */
export async function forgetDeleted(connection: Database.Database, between: Between): Promise<boolean> {
  for (const index of searchIndexes) await mergeIndex(connection, between, index);
  for (let turn = 1; turn <= patience.times; turn++) {
    if (await between(() => emptyLog(connection))) return true;
    await new Promise((done) => setTimeout(done, patience.pause));
  }
  return false;
}
