import { and, eq, isNull, sql } from 'drizzle-orm';
import { folded } from '../dialect/fold';
import type { Tx } from '../engines/engine';
import { orderLines, orders } from '../schema/orders';

const totalMinor = (column: typeof orders.totalMinor | typeof orderLines.totalMinor) => sql`sum(${column})`.mapWith(Number);

/** What each client ordered on a business day, orders in the bin left out. */
export function clientSumsOfDay(tx: Tx, day: string): Promise<{ clientId: number; orders: number; totalMinor: number }[]> {
  return tx
    .select({ clientId: orders.clientId, orders: sql`count(*)`.mapWith(Number), totalMinor: totalMinor(orders.totalMinor) })
    .from(orders)
    .where(and(eq(orders.businessDay, day), isNull(orders.deletedAt)))
    .groupBy(orders.clientId);
}

/** A line whose product is not in the catalogue goes by its name, as the filter by name compares it. */
const ownName = sql<string>`case when ${orderLines.productId} is null then ${folded(orderLines.product)} else '' end`;

export interface ProductSumRow {
  productId: number | null;
  /** Its name as it is compared; empty for one of the catalogue. */
  ownName: string;
  /** One of the names it was sold under. */
  name: string;
  /** Orders in which it stands. */
  orders: number;
  /** Kopecks of its lines. */
  totalMinor: number;
}

/** What was sold of each product on a business day, orders in the bin left out. */
export function productSumsOfDay(tx: Tx, day: string): Promise<ProductSumRow[]> {
  return tx
    .select({
      productId: orderLines.productId,
      ownName,
      name: sql<string>`max(${orderLines.product})`,
      orders: sql`count(distinct ${orderLines.orderId})`.mapWith(Number),
      totalMinor: totalMinor(orderLines.totalMinor),
    })
    .from(orders)
    .innerJoin(orderLines, eq(orderLines.orderId, orders.id))
    .where(and(eq(orders.businessDay, day), isNull(orders.deletedAt)))
    .groupBy(orderLines.productId, ownName);
}
