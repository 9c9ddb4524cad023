import { and, asc, desc, eq, gte, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { orderLines, orders, payments } from '../schema/orders';

interface PreviousQuery {
  clientId: number;
  products: string[];
  /** Only orders before this one. */
  before?: { createdAt: number; id: number };
}

/** For each of these names the line of the client's latest live order that has it; names without one are left out. */
export async function lastLines(tx: Tx, { clientId, products, before }: PreviousQuery) {
  const earlier =
    before && or(lt(orders.createdAt, before.createdAt), and(eq(orders.createdAt, before.createdAt), lt(orders.id, before.id)));
  const place = sql`row_number() over (
    partition by ${orderLines.product} order by ${orders.createdAt} desc, ${orders.id} desc, ${orderLines.position} desc
  )`;
  const found = tx
    .select({
      product: orderLines.product,
      priceMinor: orderLines.priceMinor,
      orderId: sql`${orders.id}`.mapWith(Number).as('order_id'),
      createdAt: sql`${orders.createdAt}`.mapWith(Number).as('at'),
      place: place.mapWith(Number).as('place'),
    })
    .from(orderLines)
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .where(and(eq(orders.clientId, clientId), isNull(orders.deletedAt), inArray(orderLines.product, products), earlier))
    .as('found');
  return tx
    .select({ product: found.product, priceMinor: found.priceMinor, orderId: found.orderId, createdAt: found.createdAt })
    .from(found)
    .where(eq(found.place, 1));
}

/** When an order was made, also one in the bin. */
export async function orderMoment(tx: Tx, id: number) {
  const [row] = await tx
    .select({ id: orders.id, createdAt: orders.createdAt, businessDay: orders.businessDay })
    .from(orders)
    .where(eq(orders.id, id));
  return row;
}

/** Live orders of a client that were made like one of his, latest first. */
export function repeatsOf(tx: Tx, { id, clientId, limit }: { id: number; clientId: number; limit: number }) {
  // By the client, whose orders an index finds: none knows what an order repeats.
  return tx
    .select({ id: orders.id, createdAt: orders.createdAt, businessDay: orders.businessDay })
    .from(orders)
    .where(and(eq(orders.clientId, clientId), eq(orders.repeatOf, id), isNull(orders.deletedAt)))
    .orderBy(desc(orders.id))
    .limit(limit);
}

/** Money that came for the live orders of a client, latest first. */
export function paymentsOfClient(tx: Tx, clientId: number, limit: number) {
  return tx
    .select({ payment: payments })
    .from(payments)
    .innerJoin(orders, eq(orders.id, payments.orderId))
    .where(and(eq(orders.clientId, clientId), isNull(orders.deletedAt), isNull(payments.deletedAt)))
    .orderBy(desc(payments.paidDay), desc(payments.id))
    .limit(limit);
}

/** Orders that were not cancelled, and their sum, by month (`2026-11`), from a day on. */
export function monthsOfClient(tx: Tx, clientId: number, from: string) {
  const month = sql`substr(${orders.businessDay}, 1, 7)`.mapWith(String);
  return tx
    .select({ month, orders: sql`count(*)`.mapWith(Number), totalMinor: sql`coalesce(sum(${orders.totalMinor}), 0)`.mapWith(Number) })
    .from(orders)
    .where(and(eq(orders.clientId, clientId), isNull(orders.deletedAt), ne(orders.status, 'Cancelled'), gte(orders.businessDay, from)))
    .groupBy(month)
    .orderBy(asc(month));
}
