import { type AnyColumn, and, eq, isNotNull, isNull, notExists, type SQL, sql } from 'drizzle-orm';
import { folded } from '../dialect/fold';
import { contains } from '../dialect/like';
import type { Tx } from '../engines/engine';
import { orderLines, orders } from '../schema/orders';
import { productNames, products } from '../schema/products';
import { keyset, type Place, type SortKey } from './keyset';
import { only } from './only';
import type { ProductRow } from './products';
import { inList } from './search';

/** Since when sales are counted: the business day, and an order's number below which none is of that day or later. */
export interface SalesSince {
  day: string;
  orderId: number;
}

export interface ProductRowFilter {
  /** Normalised needles; each must be found in one of the names or in the article. */
  words: readonly string[];
  withoutPrice?: boolean;
  /** Without a sale since then. */
  unsold?: boolean;
  deleted?: boolean;
  since: SalesSince;
}

/** Where the orders of a day and later begin, by their numbers. */
export async function salesSince(tx: Tx, day: string): Promise<SalesSince> {
  const first = await tx
    .select({ orderId: sql`coalesce(min(${orders.id}), 0)`.mapWith(Number) })
    .from(orders)
    .where(sql`${orders.businessDay} >= ${day}`);
  return { day, orderId: only(first).orderId };
}

/** Lines sold since a day; cancelled and deleted orders sell nothing. */
function soldSince({ day, orderId }: SalesSince): SQL | undefined {
  return and(
    sql`${orderLines.orderId} >= ${orderId}`,
    sql`${orders.businessDay} >= ${day}`,
    isNull(orders.deletedAt),
    sql`${orders.status} <> 'Cancelled'`,
  );
}

function nameOrArticle(word: string): SQL {
  const names = sql`select 1 from ${productNames} where ${productNames.productId} = ${products.id} and ${contains(productNames.key, word)}`;
  return sql`(exists (${names}) or ${contains(folded(products.sku), word)})`;
}

function productWhere(tx: Tx, { words, withoutPrice, unsold, deleted, since }: ProductRowFilter): SQL | undefined {
  const sales = tx
    .select({ one: sql`1` })
    .from(orderLines)
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .where(and(eq(orderLines.productId, products.id), soldSince(since)));
  return and(
    deleted ? isNotNull(products.deletedAt) : isNull(products.deletedAt),
    withoutPrice ? isNull(products.priceMinor) : undefined,
    unsold ? notExists(sales) : undefined,
    ...words.map(nameOrArticle),
  );
}

/** A product with what a list is sorted by where that is not one of its columns. */
export interface ListedProductRow {
  product: ProductRow;
  key: string | number;
}

type Key = SortKey<ListedProductRow>;

const byId: Key = { column: sql`${products.id}`, type: 'number', of: ({ product }) => product.id };

function text(column: AnyColumn): Key {
  return { column: folded(column), type: 'string', of: ({ key }) => key };
}

function number(column: SQL): Key {
  return { column, type: 'number', of: ({ key }) => key };
}

/** The latest order that still stands. Drizzle leaves the table out before columns it selects: it is written here. */
const lastOrder = sql`coalesce((select l.order_id from ${orderLines} l join ${orders} o on o.id = l.order_id
  where l.product_id = products.id and o.deleted_at is null order by l.order_id desc limit 1), 0)`;

function soldQuantity({ day, orderId }: SalesSince): SQL {
  return sql`coalesce((select sum(l.quantity_milli) from ${orderLines} l join ${orders} o on o.id = l.order_id
    where l.product_id = products.id and l.order_id >= ${orderId} and o.business_day >= ${day}
    and o.deleted_at is null and o.status <> 'Cancelled'), 0)`;
}

/** What a list is sorted by before its products' numbers. */
const sortings = {
  id: () => byId,
  name: () => text(products.name),
  sku: () => text(products.sku),
  unit: () => text(products.unit),
  // Without a price comes before the cheapest.
  price: () => number(sql`coalesce(${products.priceMinor}, -1)`),
  sold: (since) => number(soldQuantity(since)),
  last_order: () => number(lastOrder),
  deleted_at: () => number(sql`coalesce(${products.deletedAt}, 0)`),
} satisfies Record<string, (since: SalesSince) => Key>;

export interface ProductListQuery extends ProductRowFilter, Place {
  sort: keyof typeof sortings;
  descending?: boolean;
  startId?: number;
  offset?: number;
  limit: number;
}

/** A page of products, in the order of its sorting. */
export async function listProductRows(tx: Tx, query: ProductListQuery): Promise<ListedProductRow[]> {
  const first: Key = sortings[query.sort](query.since);
  const keys = (first === byId ? [byId] : [first, byId]).map((key) => ({ ...key, descending: query.descending ?? false }));
  const { where, orderBy, turned } = keyset(keys, query);
  const rows = await tx
    .select({ product: products, key: first.column })
    .from(products)
    .where(and(productWhere(tx, query), query.startId ? sql`${products.id} >= ${query.startId}` : undefined, where))
    .orderBy(...orderBy)
    .limit(query.limit)
    .offset(query.offset ?? 0);
  const listed = rows.map(({ product, key }) => ({ product, key: first.type === 'number' ? Number(key) : String(key) }));
  return turned ? listed.reverse() : listed;
}

/** The values a row is sorted by, for the place after or before it. */
export function productKeys({ sort }: Pick<ProductListQuery, 'sort'>, row: ListedProductRow): (string | number)[] {
  return sort === 'id' ? [row.product.id] : [row.key, row.product.id];
}

export async function countProducts(tx: Tx, filter: ProductRowFilter): Promise<number> {
  return only(
    await tx
      .select({ n: sql`count(*)`.mapWith(Number) })
      .from(products)
      .where(productWhere(tx, filter)),
  ).n;
}

/** Orders, quantity (thousandths) and sum (kopecks) of each of these products since a day. */
export function productSales(tx: Tx, ids: readonly number[], since: SalesSince) {
  return tx
    .select({
      productId: sql`${orderLines.productId}`.mapWith(Number),
      orders: sql`count(distinct ${orderLines.orderId})`.mapWith(Number),
      quantityMilli: sql`sum(${orderLines.quantityMilli})`.mapWith(Number),
      totalMinor: sql`sum(${orderLines.totalMinor})`.mapWith(Number),
    })
    .from(orderLines)
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .where(and(inList(orderLines.productId, ids), soldSince(since)))
    .groupBy(orderLines.productId);
}

/** The latest order that stands of each of these products, and when it was taken (UTC epoch ms). */
export async function lastOrders(tx: Tx, ids: readonly number[]): Promise<Map<number, { id: number; at: number }>> {
  const last = tx
    .select({ productId: sql`${products.id}`.mapWith(Number).as('product_id'), orderId: lastOrder.mapWith(Number).as('order_id') })
    .from(products)
    .where(inList(products.id, ids))
    .as('last');
  const rows = await tx
    .select({ productId: last.productId, id: orders.id, at: orders.createdAt })
    .from(last)
    .innerJoin(orders, eq(orders.id, last.orderId));
  return new Map(rows.map(({ productId, id, at }) => [productId, { id, at }]));
}

/** Orders a product stands in, also from the bin; undefined when they are more than `most`. */
export async function ordersOfProduct(tx: Tx, productId: number, most: number): Promise<number[] | undefined> {
  const rows = await tx
    .selectDistinct({ orderId: orderLines.orderId })
    .from(orderLines)
    .where(eq(orderLines.productId, productId))
    .limit(most + 1);
  return rows.length > most ? undefined : rows.map(({ orderId }) => orderId);
}
