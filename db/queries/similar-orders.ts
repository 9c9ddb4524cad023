import { and, asc, desc, eq, gte, isNull, ne } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { orderLines, orders } from '../schema/orders';

/** Orders of one client looked at: whoever takes more of him in a day sees the latest. */
const mostRows = 1000;

/** What stands in the live orders of a client made since an instant (UTC epoch ms), the latest order first. */
export function linesMadeSince(tx: Tx, clientId: number, since: number) {
  return tx
    .select({ id: orders.id, createdAt: orders.createdAt, product: orderLines.product })
    .from(orders)
    .innerJoin(orderLines, eq(orderLines.orderId, orders.id))
    .where(and(eq(orders.clientId, clientId), gte(orders.createdAt, since), isNull(orders.deletedAt), ne(orders.status, 'Cancelled')))
    .orderBy(desc(orders.id), asc(orderLines.position))
    .limit(mostRows);
}

/** The number of a client's latest live order. */
export async function lastOrderOf(tx: Tx, clientId: number): Promise<number | undefined> {
  const [last] = await tx
    .select({ id: orders.id })
    .from(orders)
    .where(and(eq(orders.clientId, clientId), isNull(orders.deletedAt)))
    .orderBy(desc(orders.id))
    .limit(1);
  return last?.id;
}
