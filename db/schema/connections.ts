import { sql } from 'drizzle-orm';
import { check, id, instant, int, table, text, uniqueIndex } from '../dialect/columns';

/** Another system that this one exchanges records with. What a worker notes of it stands in `connection_states`, so that writers of business data never wait for a worker. */
export const connections = table(
  'connections',
  {
    id: id(),
    /** The name it goes by at the other side and in what its secrets are bound to; a UUID. */
    uid: text().notNull(),
    version: int().notNull(),
    kind: text().notNull(),
    name: text().notNull(),
    state: text().notNull(),
    /** The events it is told of: JSON array of topics. */
    topics: text().notNull(),
    /** JSON by the provider's own schema; nothing secret. */
    settings: text().notNull(),
    /** JSON: name to sealed value (`lib/auth/secret-box.ts`), or to the hash of a password that others sign in with. */
    secrets: text().notNull(),
    createdAt: instant().notNull(),
    createdBy: int(),
    updatedAt: instant().notNull(),
    deletedAt: instant(),
  },
  (t) => [uniqueIndex('connections_uid_unique').on(t.uid), check('connections_state', sql`${t.state} in ('active', 'paused', 'disabled')`)],
);

/** How a connection fares. */
export const connectionStates = table('connection_states', {
  connectionId: int()
    .primaryKey()
    .references(() => connections.id),
  /** Failures of the connection itself in a row, and since when. */
  failures: int().notNull().default(0),
  failingSince: instant(),
  /** Nothing is sent before this: the circuit is open, or the other side has asked to wait. */
  waitUntil: instant(),
  /** The token bucket: tokens left, in thousandths, at that time. */
  tokensMilli: int(),
  tokensAt: instant(),
  lastOkAt: instant(),
  lastContactAt: instant(),
  /** JSON problem. */
  lastProblem: text(),
  lastProblemAt: instant(),
  /** How far each entity was read at the other side; JSON. */
  cursors: text().notNull().default('{}'),
});
