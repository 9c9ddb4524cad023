import { type AnyColumn, and, eq, gte, isNull, lte, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { hot } from '../engines/hot';
import { clients } from '../schema/clients';
import { orders } from '../schema/orders';
import { users } from '../schema/users';
import { type DirectedKey, keyset, keysOf, type Place, type Sorting, type SortKey } from './keyset';
import { only } from './only';
import { type OrderRowFilter, orderWhere } from './order-filter';

/** A page of orders as it is read; the LEFT joins keep the planner from walking all clients first. */
function listedOrders(tx: Tx) {
  return tx
    .select({ order: orders, client: clients, author: users.displayName })
    .from(orders)
    .leftJoin(clients, eq(clients.id, orders.clientId))
    .leftJoin(users, eq(users.id, orders.createdBy))
    .$dynamic();
}

/** The same clients first, so that an order by their names needs no sorting of all orders. */
function listedByClient(tx: Tx) {
  return tx
    .select({ order: orders, client: clients, author: users.displayName })
    .from(clients)
    .innerJoin(orders, eq(orders.clientId, clients.id))
    .leftJoin(users, eq(users.id, orders.createdBy))
    .$dynamic();
}

export type ListedOrderRow = Awaited<ReturnType<typeof listedOrders>>[number];
type Key = SortKey<ListedOrderRow>;

/** Long texts are sorted by their beginnings, which also fit into an address. */
const sortedLetters = 100;

function number(column: SQL | AnyColumn, of: (row: ListedOrderRow) => number): Key {
  return { column: sql`${column}`, type: 'number', of };
}

function text(column: SQL | AnyColumn, of: (row: ListedOrderRow) => string): Key {
  return { column: sql`${column}`, type: 'string', of };
}

function beginning(column: AnyColumn, of: (row: ListedOrderRow) => string): Key {
  return text(sql`substr(${column}, 1, ${sql.raw(String(sortedLetters))})`, (row) => Array.from(of(row)).slice(0, sortedLetters).join(''));
}

const byId: Key = { ...number(orders.id, ({ order }) => order.id), unique: true };

const sortings = {
  id: [byId],
  created_at: [number(orders.createdAt, ({ order }) => order.createdAt), byId],
  client: [
    text(sql`${clients.nameKey}`, ({ client }) => client?.nameKey ?? ''),
    number(sql`${clients.id}`, ({ order }) => order.clientId),
    byId,
  ],
  product: [beginning(orders.product, ({ order }) => order.product), byId],
  quantity: [number(orders.quantityMilli, ({ order }) => order.quantityMilli), byId],
  price: [number(orders.priceMinor, ({ order }) => order.priceMinor), byId],
  total_price: [number(orders.totalMinor, ({ order }) => order.totalMinor), byId],
  description: [beginning(orders.description, ({ order }) => order.description), byId],
  status: [text(orders.status, ({ order }) => order.status), byId],
  author: [text(sql`coalesce(${users.displayName}, '')`, ({ author }) => author ?? ''), byId],
  mobile_phone: [text(sql`coalesce(${clients.mobilePhone}, '')`, ({ client }) => client?.mobilePhone ?? ''), byId],
  email: [text(sql`coalesce(${clients.emailKey}, '')`, ({ client }) => client?.emailKey ?? ''), byId],
  updated_at: [number(orders.updatedAt, ({ order }) => order.updatedAt), byId],
  line_count: [number(orders.lineCount, ({ order }) => order.lineCount), byId],
  external_no: [text(sql`coalesce(${orders.externalNo}, '')`, ({ order }) => order.externalNo ?? ''), byId],
  deleted_at: [number(orders.deletedAt, ({ order }) => order.deletedAt ?? 0), byId],
} satisfies Record<string, Key[]>;

export type OrderRowSort = keyof typeof sortings;

export interface OrderListQuery extends OrderRowFilter, Place, Sorting<OrderRowSort> {
  /** Where the first sorting finds two rows equal. */
  further?: readonly Sorting<OrderRowSort>[];
  offset?: number;
  limit: number;
}

type Sorted = Pick<OrderListQuery, 'sort' | 'descending' | 'further' | 'deleted'>;

/** Only what is in the bin has a time at which it went there. */
function sortingOf({ sort, descending, further = [], deleted }: Sorted): DirectedKey<ListedOrderRow>[] {
  const sorts = [{ sort, descending }, ...further].map((one) =>
    one.sort === 'deleted_at' && !deleted ? { ...one, sort: 'id' as const } : one,
  );
  return keysOf<OrderRowSort, ListedOrderRow>(sortings, sorts);
}

const ordersFromId = hot('orders.from_id', (tx) =>
  listedOrders(tx)
    .where(and(isNull(orders.deletedAt), gte(orders.id, sql.placeholder('startId'))))
    .orderBy(orders.id)
    .limit(sql.placeholder('limit')),
);

/** The walk by id that programs ask for all day. */
function isPlainWalk(query: OrderListQuery): boolean {
  const plain = new Set(['words', 'sort', 'today', 'startId', 'limit']);
  const asked = Object.entries(query).filter(([name, value]) => !plain.has(name) && value !== undefined && value !== false && value !== 0);
  return query.words.length === 0 && query.sort === 'id' && asked.every(([, value]) => Array.isArray(value) && value.length === 0);
}

/** A page of orders, in the order of its sorting. */
export async function listOrderRows(tx: Tx, query: OrderListQuery): Promise<ListedOrderRow[]> {
  if (isPlainWalk(query)) return ordersFromId(tx, { startId: query.startId ?? 0, limit: query.limit });
  const { where, orderBy, turned } = keyset(sortingOf(query), query);
  const rows = await (query.sort === 'client' ? listedByClient(tx) : listedOrders(tx))
    .where(and(orderWhere(query), where))
    .orderBy(...orderBy)
    .limit(query.limit)
    .offset(query.offset ?? 0);
  return turned ? rows.reverse() : rows;
}

/** The values a row is sorted by, for the place after or before it. */
export function orderKeys(query: Sorted, row: ListedOrderRow): (string | number)[] {
  return sortingOf(query).map(({ of }) => of(row));
}

/** How many orders a filter finds, and their sum in kopecks; at most `limit` of them are looked at. */
export async function sumOrders(tx: Tx, filter: OrderRowFilter, limit: number): Promise<{ count: number; totalMinor: number }> {
  const found = tx.select({ totalMinor: orders.totalMinor }).from(orders).where(orderWhere(filter)).limit(limit).as('found');
  return only(
    await tx
      .select({
        count: sql`count(*)`.mapWith(Number),
        totalMinor: sql`coalesce(sum(${found.totalMinor}), 0)`.mapWith(Number),
      })
      .from(found),
  );
}

/** How many orders of a filter stand before a place of its sorting; at most `limit` are counted. */
export async function countOrdersBefore(tx: Tx, query: OrderListQuery): Promise<number> {
  const { where } = keyset(sortingOf(query), query);
  const found = listedOrders(tx)
    .where(and(orderWhere(query), where))
    .limit(query.limit)
    .as('found');
  return only(await tx.select({ n: sql`count(*)`.mapWith(Number) }).from(found)).n;
}

/** One order as lists read it, whatever it is. */
export async function findListedOrder(tx: Tx, id: number): Promise<ListedOrderRow | undefined> {
  const [row] = await listedOrders(tx).where(eq(orders.id, id));
  return row;
}

/** Number and sum in kopecks of a filter's orders, by business day within these days. */
export function sumOrdersByDay(tx: Tx, filter: OrderRowFilter, from: string, to: string) {
  return tx
    .select({
      day: orders.businessDay,
      orders: sql`count(*)`.mapWith(Number),
      totalMinor: sql`coalesce(sum(${orders.totalMinor}), 0)`.mapWith(Number),
    })
    .from(orders)
    .where(and(orderWhere(filter), gte(orders.businessDay, from), lte(orders.businessDay, to)))
    .groupBy(orders.businessDay);
}

/** Ids of the orders of a filter, ascending. */
export async function orderIds(tx: Tx, filter: OrderRowFilter, limit: number): Promise<number[]> {
  const rows = await tx.select({ id: orders.id }).from(orders).where(orderWhere(filter)).orderBy(orders.id).limit(limit);
  return rows.map(({ id }) => id);
}
