import { sql } from 'drizzle-orm';
import { check, id, index, instant, int, milli, table, text, uniqueIndex } from '../dialect/columns';
import { connections } from './connections';
import { products } from './products';

/** Which record there is which record here, and how both looked when they last agreed. */
export const links = table(
  'links',
  {
    id: id(),
    connectionId: int()
      .notNull()
      .references(() => connections.id),
    entity: text().notNull(),
    localId: int().notNull(),
    /** Null while a creation over there has an unknown outcome. */
    remoteId: text(),
    /** A UUID that the record is created under over there: by it a lost answer is found again. */
    uid: text().notNull(),
    localVersion: int(),
    remoteVersion: text(),
    /** JSON: field to hash, as both sides had it when they last agreed. */
    fields: text().notNull(),
    localHash: text().notNull(),
    remoteHash: text().notNull(),
    /** The number and the day it goes by over there, for people; JSON. */
    told: text().notNull().default('{}'),
    createdAt: instant().notNull(),
    syncedAt: instant(),
  },
  (t) => [
    uniqueIndex('links_local_unique').on(t.connectionId, t.entity, t.localId),
    uniqueIndex('links_remote_unique').on(t.connectionId, t.entity, t.remoteId),
    uniqueIndex('links_uid_unique').on(t.uid),
    index('links_record').on(t.entity, t.localId),
  ],
);

/** Fields that were changed on both sides and that somebody has to decide, or that were decided by a rule. */
export const conflicts = table(
  'conflicts',
  {
    id: id(),
    connectionId: int()
      .notNull()
      .references(() => connections.id),
    entity: text().notNull(),
    localId: int().notNull(),
    remoteId: text().notNull(),
    /** JSON: field to both values. */
    fields: text().notNull(),
    state: text().notNull(),
    /** `ours` or `theirs`; null while nobody has decided. */
    decision: text(),
    /** The rule that decided, when it was no person. */
    policy: text(),
    createdAt: instant().notNull(),
    decidedAt: instant(),
    decidedBy: int(),
  },
  (t) => [
    index('conflicts_state').on(t.connectionId, t.state, t.id),
    index('conflicts_record').on(t.entity, t.localId),
    check('conflicts_states', sql`${t.state} in ('open', 'decided')`),
  ],
);

/** One reading of the other side: taking records over, a rehearsal of that, or a comparison. */
export const exchangeRuns = table(
  'exchange_runs',
  {
    id: id(),
    connectionId: int()
      .notNull()
      .references(() => connections.id),
    kind: text().notNull(),
    state: text().notNull(),
    /** How far it has come; JSON. */
    cursor: text().notNull(),
    /** How many of what; JSON. */
    counts: text().notNull(),
    problem: text(),
    /** The first operation of the group; null until there is one. */
    groupId: int(),
    leaseUntil: instant(),
    userId: int(),
    requestId: text().notNull(),
    createdAt: instant().notNull(),
    finishedAt: instant(),
  },
  (t) => [
    index('exchange_runs_connection').on(t.connectionId, t.id),
    index('exchange_runs_state').on(t.state),
    check('exchange_runs_kind', sql`${t.kind} in ('pull', 'backfill', 'rehearsal', 'reconciliation', 'file')`),
    check('exchange_runs_state', sql`${t.state} in ('running', 'done', 'stopped', 'failed')`),
  ],
);

/** One record that a run has something to say about. */
export const findings = table(
  'findings',
  {
    id: id(),
    runId: int()
      .notNull()
      .references(() => exchangeRuns.id),
    kind: text().notNull(),
    entity: text().notNull(),
    localId: int(),
    remoteId: text(),
    /** JSON: names, sums, differing fields. */
    detail: text().notNull(),
    fixedAt: instant(),
  },
  (t) => [index('findings_run').on(t.runId, t.kind, t.id), index('findings_record').on(t.entity, t.localId)],
);

/** A visitor of the 1C door between his sign-in and his last step. One per connection: a new sign-in ends the one before. */
export const exchangeSessions = table(
  'exchange_sessions',
  {
    connectionId: int()
      .primaryKey()
      .references(() => connections.id),
    /** sha256 of the cookie, hex. */
    tokenHash: text().notNull(),
    /** The version asked for, the records sent and not yet confirmed, the files taken in; JSON. */
    state: text().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [uniqueIndex('exchange_sessions_token').on(t.tokenHash)],
);

/** What a warehouse system says is there. Its own data, not ours: no journal. */
export const productStock = table(
  'product_stock',
  {
    id: id(),
    productId: int()
      .notNull()
      .references(() => products.id),
    connectionId: int()
      .notNull()
      .references(() => connections.id),
    /** Its name, or its number over there; empty when there is only a sum. */
    warehouse: text().notNull(),
    quantityMilli: milli().notNull(),
    at: instant().notNull(),
  },
  (t) => [uniqueIndex('product_stock_unique').on(t.productId, t.connectionId, t.warehouse)],
);
