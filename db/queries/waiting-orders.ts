import { aliasedTable, and, asc, eq, exists, gt, gte, inArray, isNotNull, isNull, lte, min, not, or, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { deliveries } from '../schema/deliveries';
import { links } from '../schema/exchange';
import { orders } from '../schema/orders';

const anOrder = 'order';

function waiting(connectionId: number): SQL | undefined {
  return and(eq(deliveries.connectionId, connectionId), eq(deliveries.entity, anOrder), eq(deliveries.state, 'queued'));
}

/** Whether the other side has an order already: it was linked, or it was told of it. */
function known(tx: Tx, connectionId: number): SQL {
  const link = tx
    .select({ id: links.id })
    .from(links)
    .where(and(eq(links.connectionId, connectionId), eq(links.entity, anOrder), eq(links.localId, orders.id)));
  const earlier = aliasedTable(deliveries, 'earlier');
  const told = tx
    .select({ id: earlier.id })
    .from(earlier)
    .where(
      and(eq(earlier.connectionId, connectionId), eq(earlier.entity, anOrder), eq(earlier.entityId, orders.id), eq(earlier.state, 'done')),
    );
  return sql`(${exists(link)} or ${exists(told)})`;
}

/** Orders that a connection waits to be told of, the longest waiting first; of unknown ones those in the chosen statuses. */
export async function waitingOrders(
  tx: Tx,
  connectionId: number,
  { statuses, limit }: { statuses: readonly string[] | undefined; limit: number },
): Promise<number[]> {
  const chosen = statuses && or(inArray(orders.status, [...statuses]), known(tx, connectionId));
  const first = min(deliveries.id);
  const rows = await tx
    .select({ id: deliveries.entityId, first })
    .from(deliveries)
    .innerJoin(orders, eq(orders.id, deliveries.entityId))
    .where(and(waiting(connectionId), chosen))
    .groupBy(deliveries.entityId)
    .orderBy(asc(first))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Forgets orders that went to the bin before the other side was told of them. */
export async function skipUntoldBin(tx: Tx, connectionId: number, finishedAt: number): Promise<void> {
  const untold = tx
    .select({ id: orders.id })
    .from(orders)
    .where(and(isNotNull(orders.deletedAt), not(known(tx, connectionId))));
  await tx
    .update(deliveries)
    .set({ state: 'skipped', finishedAt })
    .where(and(waiting(connectionId), inArray(deliveries.entityId, untold)));
}

/** Marks an order told up to a version; a later change still waits. */
export async function confirmOrder(
  tx: Tx,
  connectionId: number,
  { orderId, version }: { orderId: number; version: number },
  finishedAt: number,
): Promise<void> {
  await tx
    .update(deliveries)
    .set({ state: 'done', attempts: 1, finishedAt })
    .where(and(waiting(connectionId), eq(deliveries.entityId, orderId), lte(deliveries.version, version)));
}

/** Live orders from a day on that the other side neither has nor waits for, after an id, in the order of their ids. */
export async function untoldOrders(
  tx: Tx,
  connectionId: number,
  { from, after, limit }: { from: string; after: number; limit: number },
): Promise<{ id: number; version: number }[]> {
  const told = tx
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(and(eq(deliveries.connectionId, connectionId), eq(deliveries.entity, anOrder), eq(deliveries.entityId, orders.id)));
  return tx
    .select({ id: orders.id, version: orders.version })
    .from(orders)
    .where(
      and(gt(orders.id, after), gte(orders.businessDay, from), isNull(orders.deletedAt), not(exists(told)), not(known(tx, connectionId))),
    )
    .orderBy(asc(orders.id))
    .limit(limit);
}
