import { and, eq, gte, isNull, lt, lte, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { clients } from '../schema/clients';
import { orderLines, orders } from '../schema/orders';
import { products } from '../schema/products';
import { only } from './only';
import { type OrderRowFilter, orderWhere } from './order-filter';
import { inList } from './search';

/**
 * Every value of a column within a group, as the text of a list: a tenth of the time that a row each would take. All lists
 * of one statement are in the same order, since no aggregate asks for one of its own.
 */
function listed(value: SQL): SQL<number[]> {
  return sql`string_agg(cast(${value} as text), ',')`.mapWith((text) => JSON.parse(`[${text}]`) as number[]);
}

/** Instants are told apart by quarters of an hour: no zone of today is finer. */
const quarterMs = 900_000;

interface Days {
  from: string;
  to: string;
}

function within(filter: OrderRowFilter, { from, to }: Days): SQL | undefined {
  return and(orderWhere(filter), gte(orders.businessDay, from), lte(orders.businessDay, to));
}

/** The orders of a filter on some business days, by day and status; one place of each list is one order. Nobody's is author 0. */
export function listOrderFacts(tx: Tx, filter: OrderRowFilter, days: Days) {
  return tx
    .select({
      day: orders.businessDay,
      status: orders.status,
      clients: listed(sql`${orders.clientId}`),
      authors: listed(sql`coalesce(${orders.createdBy}, 0)`),
      totals: listed(sql`${orders.totalMinor}`),
      quantities: listed(sql`${orders.quantityMilli}`),
      /** Quarters of an hour since 1970, UTC. */
      quarters: listed(sql`${orders.createdAt} / ${sql.raw(String(quarterMs))}`),
    })
    .from(orders)
    .where(within(filter, days))
    .groupBy(orders.businessDay, orders.status);
}

export type OrderFacts = Awaited<ReturnType<typeof listOrderFacts>>[number];

/** The same of their lines: one place of each list is one product in one order, all its lines together. A line of no product is of 0. */
export function listLineFacts(tx: Tx, filter: OrderRowFilter, days: Days) {
  const parts = tx
    .select({
      day: orders.businessDay,
      status: orders.status,
      client: sql`${orders.clientId}`.as('client'),
      author: sql`coalesce(${orders.createdBy}, 0)`.as('author'),
      product: sql`coalesce(${orderLines.productId}, 0)`.as('product'),
      total: sql`sum(${orderLines.totalMinor})`.as('total'),
      quantity: sql`sum(${orderLines.quantityMilli})`.as('quantity'),
    })
    .from(orders)
    .innerJoin(orderLines, eq(orderLines.orderId, orders.id))
    .where(within(filter, days))
    .groupBy(orders.id, orders.businessDay, orders.status, orders.clientId, orders.createdBy, orderLines.productId)
    .as('parts');
  return tx
    .select({
      day: parts.day,
      status: parts.status,
      clients: listed(sql`${parts.client}`),
      authors: listed(sql`${parts.author}`),
      products: listed(sql`${parts.product}`),
      totals: listed(sql`${parts.total}`),
      quantities: listed(sql`${parts.quantity}`),
    })
    .from(parts)
    .groupBy(parts.day, parts.status);
}

/** What the lines of these orders add up to, kopecks. */
export async function sumReportLines(tx: Tx, filter: OrderRowFilter, days: Days): Promise<number> {
  const sums = await tx
    .select({ totalMinor: sql`coalesce(sum(${orderLines.totalMinor}), 0)`.mapWith(Number) })
    .from(orders)
    .innerJoin(orderLines, eq(orderLines.orderId, orders.id))
    .where(within(filter, days));
  return only(sums).totalMinor;
}

export type LineFacts = Awaited<ReturnType<typeof listLineFacts>>[number];

/** Which of these clients have an order, not in the bin, before a business day. */
export async function clientsOrderingBefore(tx: Tx, ids: readonly number[], day: string): Promise<number[]> {
  // Asked client by client; PostgreSQL would turn EXISTS into a join with the orders of all.
  const earlier = sql`(select 1 from ${orders} where ${and(eq(orders.clientId, clients.id), lt(orders.businessDay, day), isNull(orders.deletedAt))} limit 1)`;
  const rows = await tx
    .select({ id: clients.id })
    .from(clients)
    .where(and(inList(clients.id, ids), sql`${earlier} = 1`));
  return rows.map(({ id }) => id);
}

/** What clients are called by, for these ids, also from the bin. */
export function clientNameParts(tx: Tx, ids: readonly number[]) {
  return tx
    .select({
      id: clients.id,
      company: clients.company,
      firstName: clients.firstName,
      lastName: clients.lastName,
      middleName: clients.middleName,
    })
    .from(clients)
    .where(inList(clients.id, ids));
}

/** What products are called, for these ids, also from the bin. */
export function productNameParts(tx: Tx, ids: readonly number[]): Promise<{ id: number; name: string }[]> {
  return tx.select({ id: products.id, name: products.name }).from(products).where(inList(products.id, ids));
}
