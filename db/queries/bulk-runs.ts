import { and, asc, desc, eq, gt, inArray, lt, ne, or, sql } from 'drizzle-orm';
import type { Engine, Tx } from '../engines/engine';
import { clients } from '../schema/clients';
import { changes, operations } from '../schema/journal';
import { orders } from '../schema/orders';
import { bulkRuns } from '../schema/runs';
import { only } from './only';

export type BulkRunRow = typeof bulkRuns.$inferSelect;

export async function insertBulkRun(tx: Tx, row: Omit<BulkRunRow, 'id'>): Promise<BulkRunRow> {
  return only(await tx.insert(bulkRuns).values(row).returning());
}

export async function findBulkRun(tx: Tx, id: number): Promise<BulkRunRow | undefined> {
  return (await tx.select().from(bulkRuns).where(eq(bulkRuns.id, id)))[0];
}

export async function updateBulkRun(tx: Tx, { id, ...row }: BulkRunRow): Promise<void> {
  await tx.update(bulkRuns).set(row).where(eq(bulkRuns.id, id));
}

/** One batch of a run at a time, across processes. On SQLite the transaction itself is the lock. */
export async function lockBulkRun(db: Engine, tx: Tx, id: number): Promise<boolean> {
  if (db.dialect !== 'postgres') return true;
  // Not waited for: whoever waits has read the run as it was before, and would be refused for it.
  const [row] = await db.rows<{ locked: boolean }>(tx, sql`select pg_try_advisory_xact_lock(7264004, ${id}::int) as locked`);
  return row?.locked === true;
}

/** Runs that have not come to their end. */
export function unfinishedBulkRuns(tx: Tx): Promise<BulkRunRow[]> {
  return tx.select().from(bulkRuns).where(eq(bulkRuns.state, 'running')).orderBy(asc(bulkRuns.id));
}

/** Runs that have come to their end, after one, by id. */
export function endedBulkRunsAfter(tx: Tx, id: number, limit: number): Promise<BulkRunRow[]> {
  return tx
    .select()
    .from(bulkRuns)
    .where(and(ne(bulkRuns.state, 'running'), gt(bulkRuns.id, id)))
    .orderBy(asc(bulkRuns.id))
    .limit(limit);
}

/** The runs whose operations are these groups. */
export function bulkRunsOfGroups(tx: Tx, groupIds: number[]): Promise<BulkRunRow[]> {
  return tx.select().from(bulkRuns).where(inArray(bulkRuns.groupId, groupIds));
}

function inGroup(groupId: number) {
  return or(eq(operations.id, groupId), eq(operations.groupId, groupId));
}

/** Operations of a group before one, last first. */
export async function groupOperationIds(tx: Tx, groupId: number, before: number, limit: number): Promise<number[]> {
  const rows = await tx
    .select({ id: operations.id })
    .from(operations)
    .where(and(inGroup(groupId), lt(operations.id, before)))
    .orderBy(desc(operations.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Operations of a group whose order or client has got another version since. */
export async function changedSince(tx: Tx, groupId: number, limit: number): Promise<number[]> {
  const rows = await tx
    .selectDistinct({ id: operations.id })
    .from(operations)
    .innerJoin(changes, eq(changes.operationId, operations.id))
    .leftJoin(orders, and(eq(changes.entity, 'order'), eq(orders.id, changes.entityId)))
    .leftJoin(clients, and(eq(changes.entity, 'client'), eq(clients.id, changes.entityId)))
    .where(and(inGroup(groupId), sql`coalesce(${orders.version}, ${clients.version}) <> ${changes.versionAfter}`))
    .orderBy(desc(operations.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

export async function countGroup(tx: Tx, groupId: number): Promise<number> {
  return only(
    await tx
      .select({ n: sql`count(*)`.mapWith(Number) })
      .from(operations)
      .where(inGroup(groupId)),
  ).n;
}
