import type Database from 'better-sqlite3';
import { searchIndexes } from '../triggers';

/** Pages of the index merged in one step: a few milliseconds, at a million orders too. */
const step = 16;

/** Prepared when first used: an engine is also opened before its tables are there. */
function statementsOf(connection: Database.Database) {
  return {
    merges: searchIndexes.map((index) => connection.prepare(`INSERT INTO ${index}(${index}, rank) VALUES ('merge', ${step})`)),
    written: connection.prepare('SELECT total_changes()').pluck(),
  };
}

/**
 * Merges the newest pieces of the search indexes, a little at a time, when something was written since the last time. Left to
 * itself FTS5 merges inside a write, in bursts of 50 ms and more at a million orders.
 */
export function indexUpkeep(connection: Database.Database, between: <T>(work: () => Promise<T>) => Promise<T>): () => Promise<void> {
  let statements: ReturnType<typeof statementsOf> | undefined;
  let seen: unknown;
  return () =>
    between(async () => {
      statements ??= statementsOf(connection);
      const { merges, written } = statements;
      if (written.get() === seen) return;
      for (const merge of merges) merge.run();
      seen = written.get();
    });
}
