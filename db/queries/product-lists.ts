import { type AnyColumn, and, eq, isNotNull, isNull, notExists, or, type SQL, sql } from 'drizzle-orm';
import { folded } from '../dialect/fold';
import { inIds } from '../dialect/id-list';
import { contains } from '../dialect/like';
import type { Tx } from '../engines/engine';
import { orderLines, orders } from '../schema/orders';
import { productNames, products } from '../schema/products';
import { type DirectedKey, idsInOrder, keyset, keysOf, type Place, readIds, type Sorting, type SortKey } from './keyset';
import { only } from './only';
import { type OrderRowFilter, orderWhere } from './order-filter';
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
  /** Only these are looked at. */
  candidates?: readonly number[];
  withoutPrice?: boolean;
  /** Without a sale since then. */
  unsold?: boolean;
  /** Only those of these orders; or only these. */
  orders?: OrderRowFilter;
  among?: readonly number[];
  deleted?: boolean;
  /** One of the conditions is enough; words and deletion always hold. */
  any?: boolean;
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

function byOrdersWhere({ orders: chosen, among }: ProductRowFilter): SQL | undefined {
  if (among) return inIds(products.id, among);
  const from = sql`${orderLines} join ${orders} on ${orders.id} = ${orderLines.orderId}`;
  return chosen && sql`${products.id} in (select ${orderLines.productId} from ${from} where ${orderWhere(chosen)})`;
}

function productWhere(tx: Tx, filter: ProductRowFilter): SQL | undefined {
  const { words, candidates, withoutPrice, unsold, deleted, any, since } = filter;
  const sales = tx
    .select({ one: sql`1` })
    .from(orderLines)
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .where(and(eq(orderLines.productId, products.id), soldSince(since)));
  const chosen = [
    withoutPrice ? isNull(products.priceMinor) : undefined,
    unsold ? notExists(sales) : undefined,
    byOrdersWhere(filter),
  ].filter((condition) => condition !== undefined);
  return and(
    deleted ? isNotNull(products.deletedAt) : isNull(products.deletedAt),
    candidates ? inList(products.id, candidates) : undefined,
    any && chosen.length > 0 ? or(...chosen) : and(...chosen),
    ...words.map(nameOrArticle),
  );
}

/** What a list can be sorted by: in the database, and whether it is a number. */
type SortValue = Pick<SortKey<never>, 'column' | 'type'>;

function text(column: AnyColumn): SortValue {
  return { column: folded(column), type: 'string' };
}

function number(column: SQL): SortValue {
  return { column, type: 'number' };
}

/** The latest order that still stands. Drizzle leaves the table out before columns it selects: it is written here. */
const lastOrder = sql`coalesce((select l.order_id from ${orderLines} l join ${orders} o on o.id = l.order_id
  where l.product_id = products.id and o.deleted_at is null order by l.order_id desc limit 1), 0)`;

function soldQuantity({ day, orderId }: SalesSince): SQL {
  return sql`coalesce((select sum(l.quantity_milli) from ${orderLines} l join ${orders} o on o.id = l.order_id
    where l.product_id = products.id and l.order_id >= ${orderId} and o.business_day >= ${day}
    and o.deleted_at is null and o.status <> 'Cancelled'), 0)`;
}

function sortValues(since: SalesSince) {
  return {
    id: number(sql`${products.id}`),
    name: text(products.name),
    sku: text(products.sku),
    unit: text(products.unit),
    // Without a price comes before the cheapest, without VAT before 0 %.
    price: number(sql`coalesce(${products.priceMinor}, -1)`),
    vat_rate: number(sql`coalesce(${products.vatRate}, -1)`),
    sold: number(soldQuantity(since)),
    last_order: number(lastOrder),
    updated_at: number(sql`${products.updatedAt}`),
    deleted_at: number(sql`coalesce(${products.deletedAt}, 0)`),
  } satisfies Record<string, SortValue>;
}

export type ProductRowSort = keyof ReturnType<typeof sortValues>;

/** A product with the values it is sorted by: figures and folded texts, which only the database knows. */
export interface ListedProductRow {
  product: ProductRow;
  sorted: Partial<Record<ProductRowSort, string | number>>;
}

export interface ProductListQuery extends ProductRowFilter, Place, Sorting<ProductRowSort> {
  /** Where the first sorting finds two rows equal. */
  further?: readonly Sorting<ProductRowSort>[];
  startId?: number;
  offset?: number;
  limit: number;
}

type Sorted = Pick<ProductListQuery, 'sort' | 'descending' | 'further' | 'since'>;

function sortingOf({ sort, descending, further = [], since }: Sorted): DirectedKey<ListedProductRow>[] {
  const values = sortValues(since);
  const keyOf = (name: ProductRowSort): SortKey<ListedProductRow> => ({
    ...values[name],
    of: ({ sorted }) => sorted[name] ?? '',
    unique: name === 'id',
  });
  const byId = keyOf('id');
  const names = Object.keys(values) as ProductRowSort[];
  const sortings = Object.fromEntries(names.map((name) => [name, name === 'id' ? [byId] : [keyOf(name), byId]]));
  return keysOf(sortings as Record<ProductRowSort, SortKey<ListedProductRow>[]>, [{ sort, descending }, ...further]);
}

/** A page of products, in the order of its sorting. */
export async function listProductRows(tx: Tx, query: ProductListQuery): Promise<ListedProductRow[]> {
  const { where, orderBy, turned } = keyset(sortingOf(query), query);
  const values = sortValues(query.since);
  const names = new Set<ProductRowSort>(['id', query.sort, ...(query.further ?? []).map(({ sort }) => sort)]);
  const rows = await tx
    .select({ product: products, sorted: Object.fromEntries([...names].map((name) => [name, values[name].column])) })
    .from(products)
    .where(and(productWhere(tx, query), query.startId ? sql`${products.id} >= ${query.startId}` : undefined, where))
    .orderBy(...orderBy)
    .limit(query.limit)
    .offset(query.offset ?? 0);
  // One engine gives large numbers as texts.
  const typed = (name: ProductRowSort, value: unknown) => (values[name].type === 'number' ? Number(value) : String(value));
  const listed = rows.map(({ product, sorted }) => ({
    product,
    sorted: Object.fromEntries([...names].map((name) => [name, typed(name, sorted[name])])),
  }));
  return turned ? listed.reverse() : listed;
}

/** The ids of all products of a query in the order of its sorting, from one statement. */
export async function sortedProductIds(tx: Tx, query: Omit<ProductListQuery, 'limit'>): Promise<number[]> {
  const { orderBy } = keyset(sortingOf(query), {});
  const ids = tx
    .select({ ids: idsInOrder(products.id, orderBy) })
    .from(products)
    .where(productWhere(tx, query));
  return readIds(only(await ids).ids);
}

/** The values a row is sorted by, for the place after or before it. */
export function productKeys(query: Sorted, row: ListedProductRow): (string | number)[] {
  return sortingOf(query).map(({ of }) => of(row));
}

/** How many products a filter finds; at most `limit` are looked at. */
export async function countProducts(tx: Tx, filter: ProductRowFilter, limit = Number.MAX_SAFE_INTEGER): Promise<number> {
  const found = tx.select({ id: products.id }).from(products).where(productWhere(tx, filter)).limit(limit).as('found');
  return only(await tx.select({ n: sql`count(*)`.mapWith(Number) }).from(found)).n;
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
