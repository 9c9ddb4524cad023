import { sql } from 'drizzle-orm';
import { check, id, index, instant, int, table, text, uniqueIndex } from '../dialect/columns';
import { connections } from './connections';
import { operations } from './journal';

/** The outbox: an event that a connection is to be told of, written with the change itself. */
export const deliveries = table(
  'deliveries',
  {
    id: id(),
    /** A UUID, the same over all attempts: by it the other side knows a repetition. */
    uid: text().notNull(),
    connectionId: int()
      .notNull()
      .references(() => connections.id),
    topic: text().notNull(),
    entity: text().notNull(),
    entityId: int().notNull(),
    /** The version of the record after the change. */
    version: int(),
    /** Null for a test event. */
    operationId: int().references(() => operations.id),
    state: text().notNull(),
    attempts: int().notNull(),
    runAt: instant().notNull(),
    /** Who works on it, and until when nobody else may. */
    leaseOwner: text(),
    leaseUntil: instant(),
    /** What was sent, once it was made: a repetition sends the same. */
    body: text(),
    /** JSON problem of the last attempt. */
    problem: text(),
    createdAt: instant().notNull(),
    finishedAt: instant(),
  },
  (t) => [
    uniqueIndex('deliveries_uid_unique').on(t.uid),
    index('deliveries_due').on(t.state, t.runAt),
    index('deliveries_record').on(t.connectionId, t.entity, t.entityId, t.state, t.id),
    index('deliveries_state').on(t.connectionId, t.state, t.id),
    index('deliveries_entity').on(t.entity, t.entityId),
    check('deliveries_states', sql`${t.state} in ('queued', 'running', 'done', 'merged', 'dead', 'skipped')`),
  ],
);

/** The journal of requests, both ways, in words and with trimmed, masked texts. */
export const exchanges = table(
  'exchanges',
  {
    id: id(),
    connectionId: int()
      .notNull()
      .references(() => connections.id),
    deliveryId: int(),
    runId: int(),
    at: instant().notNull(),
    durationMs: int().notNull(),
    direction: text().notNull(),
    /** Method and address, without secrets. */
    subject: text().notNull(),
    /** HTTP status; null when there was no answer. */
    status: int(),
    outcome: text().notNull(),
    /** What happened, as a message with its values; JSON. */
    note: text().notNull(),
    request: text().notNull(),
    answer: text().notNull(),
  },
  (t) => [
    index('exchanges_connection').on(t.connectionId, t.id),
    index('exchanges_delivery').on(t.deliveryId),
    index('exchanges_at').on(t.at),
    check('exchanges_direction', sql`${t.direction} in ('out', 'in')`),
    check('exchanges_outcome', sql`${t.outcome} in ('ok', 'refused', 'failed')`),
  ],
);

/** What the other side has called about: only a hint, the record itself is read again. */
export const hints = table(
  'hints',
  {
    id: id(),
    connectionId: int()
      .notNull()
      .references(() => connections.id),
    /** By it a repetition is known. */
    dedupeKey: text().notNull(),
    raw: text().notNull(),
    state: text().notNull(),
    attempts: int().notNull(),
    runAt: instant().notNull(),
    leaseUntil: instant(),
    receivedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('hints_unique').on(t.connectionId, t.dedupeKey),
    index('hints_due').on(t.state, t.runAt),
    check('hints_states', sql`${t.state} in ('queued', 'done', 'failed')`),
  ],
);
