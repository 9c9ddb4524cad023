import { and, asc, eq, gt, isNull, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { orderLines, orders, payments } from '../schema/orders';

/** Kopecks of a line out of its quantity, price and discount, half a kopeck up, whatever is stored as its total. */
const lineSum = sql`((${orderLines.quantityMilli} * ${orderLines.priceMinor} + 500) / 1000 - ${orderLines.discountMinor})`;

/** In a select from one table Drizzle leaves the table out, and within a subquery `id` would be that of its own rows. */
const ownId = sql`${orders}.${sql.identifier('id')}`;

function ofLines(sum: SQL) {
  return sql`(select coalesce(sum(${sum}), 0) from ${orderLines} where ${orderLines.orderId} = ${ownId})`.mapWith(Number);
}

/** The next live orders by number: what is stored of each, and what its lines and payments come to. */
export function countedOrders(tx: Tx, after: number, limit: number) {
  return tx
    .select({
      id: orders.id,
      clientId: orders.clientId,
      day: orders.businessDay,
      status: orders.status,
      dueDay: orders.dueDay,
      storedTotal: orders.totalMinor,
      storedPaid: orders.paidMinor,
      storedLines: ofLines(sql`${orderLines.totalMinor}`),
      totalMinor: ofLines(lineSum),
      paidMinor:
        sql`(select coalesce(sum(${payments.amountMinor}), 0) from ${payments} where ${payments.orderId} = ${ownId} and ${payments.deletedAt} is null)`.mapWith(
          Number,
        ),
    })
    .from(orders)
    .where(and(gt(orders.id, after), isNull(orders.deletedAt)))
    .orderBy(asc(orders.id))
    .limit(limit);
}

export type CountedOrder = Awaited<ReturnType<typeof countedOrders>>[number];

/** What was sold of each product of the catalogue on a business day, by status, out of the lines; the bin left out. */
export function soldOfDay(tx: Tx, day: string) {
  return tx
    .select({
      productId: sql`coalesce(${orderLines.productId}, 0)`.mapWith(Number),
      status: orders.status,
      orders: sql`count(distinct ${orderLines.orderId})`.mapWith(Number),
      quantityMilli: sql`sum(${orderLines.quantityMilli})`.mapWith(Number),
      totalMinor: sql`sum(${lineSum})`.mapWith(Number),
    })
    .from(orders)
    .innerJoin(orderLines, eq(orderLines.orderId, orders.id))
    .where(and(eq(orders.businessDay, day), isNull(orders.deletedAt)))
    .groupBy(orderLines.productId, orders.status);
}
