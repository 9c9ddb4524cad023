import { sql } from 'drizzle-orm';
import { check, id, index, instant, int, table, text } from '../dialect/columns';
import { users } from './users';

/** A change of many records, one operation each: how far it has come, so that it goes on after a stop. */
export const bulkRuns = table(
  'bulk_runs',
  {
    id: id(),
    entity: text().notNull(),
    /** What is done to each record, and to which records; JSON by `lib/domain/bulk/schema.ts`. */
    task: text().notNull(),
    /** The first operation of the group; null until there is one. */
    groupId: int(),
    state: text().notNull(),
    /** Records are taken by id; the last one taken, and the last one that existed at the start. */
    cursor: int().notNull(),
    upTo: int().notNull(),
    total: int().notNull(),
    done: int().notNull(),
    /** Records that were as wanted already. */
    unchanged: int().notNull(),
    refused: int().notNull(),
    /** The first refusals, with their reasons; JSON. */
    problems: text().notNull(),
    userId: int()
      .notNull()
      .references(() => users.id),
    source: text().notNull(),
    requestId: text().notNull(),
    createdAt: instant().notNull(),
    finishedAt: instant(),
  },
  (t) => [index('bulk_runs_state').on(t.state), check('bulk_runs_states', sql`${t.state} in ('running', 'done', 'stopped')`)],
);

/** What `verify` found, newest last. */
export const verifications = table('verifications', {
  id: id(),
  at: instant().notNull(),
  durationMs: int().notNull(),
  /** JSON: what was looked at, and one sentence for each problem. */
  counts: text().notNull(),
  problems: text().notNull(),
});
