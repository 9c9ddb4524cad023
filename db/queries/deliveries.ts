import { aliasedTable, and, asc, desc, eq, exists, gte, inArray, lt, lte, not, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { deliveries } from '../schema/deliveries';

export type DeliveryRow = typeof deliveries.$inferSelect;
export type NewDelivery = typeof deliveries.$inferInsert;

/** Rows in one statement: far below the parameters an engine takes. */
const rowsAStatement = 50;

export async function insertDeliveries(tx: Tx, rows: readonly NewDelivery[]): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAStatement) {
    await tx.insert(deliveries).values(rows.slice(from, from + rowsAStatement));
  }
}

export async function findDelivery(tx: Tx, id: number): Promise<DeliveryRow | undefined> {
  return (await tx.select().from(deliveries).where(eq(deliveries.id, id)))[0];
}

export interface DeliveriesQuery {
  connectionId?: number;
  states?: readonly string[];
  /** The record they tell of. */
  record?: { entity: string; id: number };
  /** Those older than this one. */
  before?: number;
  limit: number;
}

/** Newest first. */
export function deliveriesBefore(tx: Tx, { connectionId, states, record, before, limit }: DeliveriesQuery): Promise<DeliveryRow[]> {
  const asked: SQL[] = [];
  if (connectionId !== undefined) asked.push(eq(deliveries.connectionId, connectionId));
  if (states) asked.push(inArray(deliveries.state, [...states]));
  if (record) asked.push(eq(deliveries.entity, record.entity), eq(deliveries.entityId, record.id));
  if (before !== undefined) asked.push(lt(deliveries.id, before));
  return tx
    .select()
    .from(deliveries)
    .where(and(...asked))
    .orderBy(desc(deliveries.id))
    .limit(limit);
}

export interface Requeued {
  id?: number;
  connectionId?: number;
  states: readonly string[];
  /** Made in this time: from inclusive, to exclusive. */
  from?: number;
  to?: number;
}

function requeued({ id, connectionId, states, from, to }: Requeued): SQL | undefined {
  const asked: SQL[] = [inArray(deliveries.state, [...states])];
  if (id !== undefined) asked.push(eq(deliveries.id, id));
  if (connectionId !== undefined) asked.push(eq(deliveries.connectionId, connectionId));
  if (from !== undefined) asked.push(gte(deliveries.createdAt, from));
  if (to !== undefined) asked.push(lt(deliveries.createdAt, to));
  return and(...asked);
}

/** Puts deliveries into the queue again, with the number they had; how many. */
export async function queueAgain(tx: Tx, which: Requeued, at: number): Promise<number> {
  const rows = await tx
    .update(deliveries)
    .set({ state: 'queued', attempts: 0, runAt: at, problem: null, finishedAt: null, leaseOwner: null, leaseUntil: null })
    .where(requeued(which))
    .returning({ id: deliveries.id });
  return rows.length;
}

/** Gives deliveries up; how many. */
export async function skipDeliveries(tx: Tx, which: Requeued, at: number): Promise<number> {
  const rows = await tx
    .update(deliveries)
    .set({ state: 'skipped', finishedAt: at, leaseOwner: null, leaseUntil: null })
    .where(requeued(which))
    .returning({ id: deliveries.id });
  return rows.length;
}

const earlier = aliasedTable(deliveries, 'earlier');

/** Whether an earlier delivery of the same record is unfinished: records are told of in the order of their changes. */
function behindAnother(tx: Tx): SQL {
  return exists(
    tx
      .select({ one: sql`1` })
      .from(earlier)
      .where(
        and(
          eq(earlier.connectionId, deliveries.connectionId),
          eq(earlier.entity, deliveries.entity),
          eq(earlier.entityId, deliveries.entityId),
          inArray(earlier.state, ['queued', 'running']),
          lt(earlier.id, deliveries.id),
        ),
      ),
  );
}

/** The next delivery of a connection that may go out: the oldest, or the one that has waited longest for its next attempt. */
export async function nextDelivery(
  tx: Tx,
  { connectionId, at, by }: { connectionId: number; at: number; by: 'id' | 'runAt' },
): Promise<DeliveryRow | undefined> {
  const due = and(eq(deliveries.connectionId, connectionId), eq(deliveries.state, 'queued'), lte(deliveries.runAt, at));
  const order = by === 'id' ? [asc(deliveries.id)] : [asc(deliveries.runAt), asc(deliveries.id)];
  const [row] = await tx
    .select()
    .from(deliveries)
    .where(and(due, not(behindAnother(tx))))
    .orderBy(...order)
    .limit(1);
  return row;
}

/** The newest waiting delivery of the record that one is about, itself at the least. */
export async function newestAlike(tx: Tx, row: DeliveryRow): Promise<DeliveryRow> {
  const [newest] = await tx
    .select()
    .from(deliveries)
    .where(and(alike(row), eq(deliveries.state, 'queued')))
    .orderBy(desc(deliveries.id))
    .limit(1);
  return newest ?? row;
}

function alike({ connectionId, entity, entityId }: DeliveryRow): SQL | undefined {
  return and(eq(deliveries.connectionId, connectionId), eq(deliveries.entity, entity), eq(deliveries.entityId, entityId));
}

/** Earlier waiting deliveries of a record are told by this one. */
export async function mergeEarlier(tx: Tx, row: DeliveryRow, at: number): Promise<void> {
  await tx
    .update(deliveries)
    .set({ state: 'merged', finishedAt: at })
    .where(and(alike(row), eq(deliveries.state, 'queued'), lt(deliveries.id, row.id)));
}

export interface Lease {
  owner: string;
  until: number;
}

/** Takes a waiting delivery; undefined when somebody was faster. */
export async function takeDelivery(tx: Tx, id: number, { owner, until }: Lease): Promise<DeliveryRow | undefined> {
  const [row] = await tx
    .update(deliveries)
    .set({ state: 'running', leaseOwner: owner, leaseUntil: until, attempts: sql`${deliveries.attempts} + 1` })
    .where(and(eq(deliveries.id, id), eq(deliveries.state, 'queued')))
    .returning();
  return row;
}

function held(id: number, owner: string): SQL | undefined {
  return and(eq(deliveries.id, id), eq(deliveries.state, 'running'), eq(deliveries.leaseOwner, owner));
}

/** Keeps a delivery for longer; false when it is somebody else's by now. */
export async function renewLease(tx: Tx, id: number, { owner, until }: Lease): Promise<boolean> {
  const rows = await tx.update(deliveries).set({ leaseUntil: until }).where(held(id, owner)).returning({ id: deliveries.id });
  return rows.length > 0;
}

/** Writes what became of a delivery and gives it free; false when it is somebody else's by now. */
export async function releaseDelivery(
  tx: Tx,
  id: number,
  owner: string,
  values: Partial<Pick<DeliveryRow, 'state' | 'attempts' | 'runAt' | 'problem' | 'finishedAt'>>,
): Promise<boolean> {
  const rows = await tx
    .update(deliveries)
    .set({ ...values, leaseOwner: null, leaseUntil: null })
    .where(held(id, owner))
    .returning({ id: deliveries.id });
  return rows.length > 0;
}

/** Deliveries whose worker is gone wait again. */
export async function recoverDeliveries(tx: Tx, connectionId: number, at: number): Promise<void> {
  await tx
    .update(deliveries)
    .set({ state: 'queued', leaseOwner: null, leaseUntil: null })
    .where(and(eq(deliveries.connectionId, connectionId), eq(deliveries.state, 'running'), lte(deliveries.leaseUntil, at)));
}

/** Whether a delivery of a connection has lost its worker. */
export async function hasExpired(tx: Tx, connectionId: number, at: number): Promise<boolean> {
  const rows = await tx
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(and(eq(deliveries.connectionId, connectionId), eq(deliveries.state, 'running'), lte(deliveries.leaseUntil, at)))
    .limit(1);
  return rows.length > 0;
}

/** How many of a connection's deliveries are being worked on. */
export async function countRunning(tx: Tx, connectionId: number): Promise<number> {
  const rows = await tx
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(and(eq(deliveries.connectionId, connectionId), eq(deliveries.state, 'running')))
    .limit(10);
  return rows.length;
}
