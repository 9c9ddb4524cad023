import { sql } from 'drizzle-orm';
import { check, id, index, instant, int, table, text, uniqueIndex } from '../dialect/columns';

/** One write: who, when, from where. Append-only (see `db/triggers.ts`). */
export const operations = table(
  'operations',
  {
    id: id(),
    kind: text().notNull(),
    source: text().notNull(),
    actorType: text().notNull(),
    actorId: int(),
    actorName: text().notNull(),
    requestId: text().notNull(),
    /** The first operation of an import or a bulk edit; undone and shown as one. */
    groupId: int(),
    /** The operation that this one takes back. */
    undoes: int(),
    at: instant().notNull(),
    /** sha256 over the canonical text of the operation and its changes. */
    digest: text().notNull(),
  },
  (t) => [index('operations_group').on(t.groupId), index('operations_at').on(t.at), index('operations_undoes').on(t.undoes)],
);

/** What one operation did to one record. Append-only. */
export const changes = table(
  'changes',
  {
    id: id(),
    operationId: int()
      .notNull()
      .references(() => operations.id),
    position: int().notNull(),
    entity: text().notNull(),
    entityId: int().notNull(),
    action: text().notNull(),
    versionBefore: int(),
    versionAfter: int(),
    /** sha256(salt ‖ json) of the row in `change_values`. */
    valueDigest: text().notNull(),
  },
  (t) => [
    uniqueIndex('changes_operation').on(t.operationId, t.position),
    index('changes_entity').on(t.entity, t.entityId),
    check('changes_action', sql`${t.action} in ('create', 'update', 'delete', 'restore')`),
  ],
);

/** The values of a change, erasable without breaking the chain: the chain covers their digest. */
export const changeValues = table('change_values', {
  changeId: int()
    .primaryKey()
    .references(() => changes.id),
  salt: text(),
  json: text(),
  /** The `privacy.erase` operation that emptied the row. */
  erasedBy: int().references(() => operations.id),
});

/** The order and the proof of operations: a hash chain without gaps. Append-only. */
export const seals = table(
  'seals',
  {
    seq: int().primaryKey(),
    operationId: int()
      .notNull()
      .references(() => operations.id),
    prevHash: text().notNull(),
    hash: text().notNull(),
  },
  (t) => [uniqueIndex('seals_operation').on(t.operationId)],
);

/** Operations that have no seal yet; rows leave when they are sealed. */
export const sealQueue = table('seal_queue', {
  operationId: int()
    .primaryKey()
    .references(() => operations.id),
});
