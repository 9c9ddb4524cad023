import { and, asc, desc, eq, gt, gte, inArray, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import { contains } from '../dialect/like';
import type { Engine, Tx } from '../engines/engine';
import { hot } from '../engines/hot';
import { changes, changeValues, operations, sealQueue, seals } from '../schema/journal';
import { only } from './only';

export type OperationRow = typeof operations.$inferSelect;
export type ChangeRow = typeof changes.$inferSelect;
export type SealRow = typeof seals.$inferSelect;

/** Whether an operation waits for its seal. */
export async function hasUnsealed(tx: Tx): Promise<boolean> {
  return (await tx.select().from(sealQueue).limit(1)).length > 0;
}

/** One sealer at a time, across processes. On SQLite the transaction itself is the lock. */
export async function lockSeals(db: Engine, tx: Tx): Promise<void> {
  if (db.dialect === 'postgres') await db.rows(tx, sql`select pg_advisory_xact_lock(7264002)`);
}

/** Waiting operations in their order; by the queue's own key, or the planner walks all operations. */
export function unsealedOperations(tx: Tx, limit: number) {
  return tx
    .select({ id: operations.id, digest: operations.digest })
    .from(sealQueue)
    .innerJoin(operations, eq(operations.id, sealQueue.operationId))
    .orderBy(asc(sealQueue.operationId))
    .limit(limit);
}

export async function lastSeal(tx: Tx): Promise<SealRow | undefined> {
  return (await tx.select().from(seals).orderBy(desc(seals.seq)).limit(1))[0];
}

export async function insertSeals(tx: Tx, rows: SealRow[]): Promise<void> {
  await tx.insert(seals).values(rows);
  await tx.delete(sealQueue).where(
    inArray(
      sealQueue.operationId,
      rows.map((row) => row.operationId),
    ),
  );
}

export async function countOperations(tx: Tx): Promise<number> {
  return only(await tx.select({ n: sql`count(*)`.mapWith(Number) }).from(operations)).n;
}

/** A stretch of the chain with its operations, for checking it link by link. */
export function sealedOperations(tx: Tx, afterSeq: number, limit: number) {
  return tx
    .select({ seal: seals, operation: operations })
    .from(seals)
    .leftJoin(operations, eq(operations.id, seals.operationId))
    .where(gt(seals.seq, afterSeq))
    .orderBy(asc(seals.seq))
    .limit(limit);
}

const changesById = hot('changes.of_operation', (tx) =>
  tx
    .select({ change: changes, value: changeValues })
    .from(changes)
    .leftJoin(changeValues, eq(changeValues.changeId, changes.id))
    .where(eq(changes.operationId, sql.placeholder('id')))
    .orderBy(asc(changes.position)),
);

export function changesOfOperation(tx: Tx, id: number) {
  return changesById(tx, { id });
}

export function changesOfOperations(tx: Tx, operationIds: number[]) {
  return tx
    .select({ change: changes, value: changeValues })
    .from(changes)
    .leftJoin(changeValues, eq(changeValues.changeId, changes.id))
    .where(inArray(changes.operationId, operationIds))
    .orderBy(asc(changes.operationId), asc(changes.position));
}

/** The changes of the operation that brought a record to a version, that record's own included. */
export async function changesBesides(tx: Tx, entity: string, entityId: number, version: number): Promise<ChangeRow[]> {
  const own = await tx
    .select({ operationId: changes.operationId })
    .from(changes)
    .where(and(eq(changes.entity, entity), eq(changes.entityId, entityId), eq(changes.versionAfter, version)));
  const operationIds = own.map(({ operationId }) => operationId);
  return operationIds.length === 0
    ? []
    : tx.select().from(changes).where(inArray(changes.operationId, operationIds)).orderBy(asc(changes.position));
}

/** What was recorded of one record, in the order of its versions. */
export function journalOf(tx: Tx, entity: string, entityId: number) {
  return tx
    .select({ action: changes.action, json: changeValues.json })
    .from(changes)
    .innerJoin(changeValues, eq(changeValues.changeId, changes.id))
    .where(and(eq(changes.entity, entity), eq(changes.entityId, entityId)))
    .orderBy(asc(changes.versionAfter));
}

export interface FeedQuery {
  after: { seq: number; position: number };
  limit: number;
  entity?: string;
  entityId?: number;
}

const sealedColumns = { seq: seals.seq, operation: operations, change: changes, json: changeValues.json };

/** Changes in the order of their seals; LEFT joins pin it, so that a page is a short walk along the chain. */
function sealedChanges(tx: Tx) {
  return tx
    .select(sealedColumns)
    .from(seals)
    .leftJoin(operations, eq(operations.id, seals.operationId))
    .leftJoin(changes, eq(changes.operationId, operations.id))
    .leftJoin(changeValues, eq(changeValues.changeId, changes.id));
}

export type SealedChange = Awaited<ReturnType<typeof sealedChanges>>[number];

/** The same from one record's own changes, or one group's operations, which are few beside the chain. */
function sealedFew(tx: Tx, first: 'changes' | 'operations') {
  const ofOperation = eq(changes.operationId, operations.id);
  const begun =
    first === 'changes'
      ? tx.select(sealedColumns).from(changes).innerJoin(operations, ofOperation)
      : tx.select(sealedColumns).from(operations).innerJoin(changes, ofOperation);
  return begun
    .innerJoin(seals, eq(seals.operationId, operations.id))
    .leftJoin(changeValues, eq(changeValues.changeId, changes.id))
    .$dynamic();
}

/** Sealed changes after a cursor, oldest first. */
export function feedPage(tx: Tx, { after, limit, entity, entityId }: FeedQuery): Promise<SealedChange[]> {
  const later = or(gt(seals.seq, after.seq), and(eq(seals.seq, after.seq), gt(changes.position, after.position)));
  const ofRecord = and(entity ? eq(changes.entity, entity) : undefined, entityId ? eq(changes.entityId, entityId) : undefined);
  const where = and(gte(seals.seq, after.seq), later, ofRecord);
  const order = [asc(seals.seq), asc(changes.position)];
  return entityId
    ? sealedFew(tx, 'changes')
        .where(where)
        .orderBy(...order)
        .limit(limit)
    : sealedChanges(tx)
        .where(where)
        .orderBy(...order)
        .limit(limit);
}

export interface HistoryQuery {
  /** Only operations sealed before this one. */
  beforeSeq?: number;
  limit: number;
  entity?: string;
  entityId?: number;
  /** Every operation of a group, or of each. Otherwise a group is told by its first one, except in the history of one record. */
  group?: number | 'each';
  actorId?: number;
  source?: string;
  /** Changes that touched this field. */
  field?: string;
  /** UTC epoch ms, half-open. */
  from?: number;
  to?: number;
}

function historyWhere(query: HistoryQuery): SQL | undefined {
  return and(
    query.beforeSeq ? lt(seals.seq, query.beforeSeq) : undefined,
    query.entity ? eq(changes.entity, query.entity) : undefined,
    query.entityId ? eq(changes.entityId, query.entityId) : undefined,
    typeof query.group === 'number' ? or(eq(operations.id, query.group), eq(operations.groupId, query.group)) : undefined,
    query.group || query.entityId ? undefined : isNull(operations.groupId),
    query.actorId ? eq(operations.actorId, query.actorId) : undefined,
    query.source ? eq(operations.source, query.source) : undefined,
    // A quotation mark within a value is escaped: only a name is followed by a bare one and a colon.
    query.field ? contains(sql`${changeValues.json}`, `"${query.field}":{`) : undefined,
    query.from ? gte(operations.at, query.from) : undefined,
    query.to ? lt(operations.at, query.to) : undefined,
  );
}

/** Sealed changes, newest first. */
export function historyPage(tx: Tx, query: HistoryQuery): Promise<SealedChange[]> {
  const order = [desc(seals.seq), asc(changes.position)];
  const few = query.entityId ? 'changes' : typeof query.group === 'number' ? 'operations' : undefined;
  return few
    ? sealedFew(tx, few)
        .where(historyWhere(query))
        .orderBy(...order)
        .limit(query.limit)
    : sealedChanges(tx)
        .where(historyWhere(query))
        .orderBy(...order)
        .limit(query.limit);
}

const operationById = hot('operation.by_id', (tx) =>
  tx
    .select()
    .from(operations)
    .where(eq(operations.id, sql.placeholder('id'))),
);

export async function findOperation(tx: Tx, id: number): Promise<OperationRow | undefined> {
  return (await operationById(tx, { id }))[0];
}

/** The operations that took one of these back, the latest last. */
export function undoingOperations(tx: Tx, ids: number[]): Promise<OperationRow[]> {
  return tx.select().from(operations).where(inArray(operations.undoes, ids)).orderBy(asc(operations.id));
}

/** Changes whose values are neither there nor erased by an operation: never in a whole journal. */
export async function countLostValues(tx: Tx): Promise<number> {
  const row = only(
    await tx
      .select({ n: sql`count(*)`.mapWith(Number) })
      .from(changes)
      .leftJoin(changeValues, eq(changeValues.changeId, changes.id))
      .where(
        or(
          isNull(changeValues.changeId),
          and(isNull(changeValues.json), isNull(changeValues.erasedBy)),
          and(isNull(changeValues.salt), isNotNull(changeValues.json)),
        ),
      ),
  );
  return row.n;
}
