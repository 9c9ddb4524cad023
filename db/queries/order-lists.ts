import { and, asc, desc, eq, gte, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { hot } from '../engines/hot';
import { clients } from '../schema/clients';
import { orders } from '../schema/orders';
import { clientTexts, orderTexts } from '../schema/search';
import { users } from '../schema/users';
import { contains } from './like';
import { only } from './only';

const sortColumns = {
  id: orders.id,
  created_at: orders.createdAt,
  client: clients.nameKey,
  product: orders.product,
  quantity: orders.quantityMilli,
  price: orders.priceMinor,
  total_price: orders.totalMinor,
  description: orders.description,
  status: orders.status,
};

export interface OrderFilter {
  /** Normalised needles, all of which must be found in the order or its client. */
  words: string[];
  status?: string;
  clientId?: number;
  /** Business days, both included. */
  from?: string;
  to?: string;
  /** Only orders on which something is owed. */
  unpaid?: boolean;
  startId?: number;
}

export interface OrderListQuery extends OrderFilter {
  sort: keyof typeof sortColumns;
  descending?: boolean;
  offset?: number;
  limit: number;
}

function foundIn(word: string): SQL | undefined {
  const own = sql`(select ${orderTexts.text} from ${orderTexts} where ${orderTexts.orderId} = ${orders.id})`;
  const ofClient = sql`(select ${clientTexts.text} from ${clientTexts} where ${clientTexts.clientId} = ${orders.clientId})`;
  return or(contains(own, word), contains(ofClient, word));
}

function filterWhere({ words, status, clientId, from, to, unpaid, startId }: OrderFilter): SQL | undefined {
  return and(
    isNull(orders.deletedAt),
    startId ? gte(orders.id, startId) : undefined,
    status ? eq(orders.status, status) : undefined,
    clientId ? eq(orders.clientId, clientId) : undefined,
    from ? sql`${orders.businessDay} >= ${from}` : undefined,
    to ? sql`${orders.businessDay} <= ${to}` : undefined,
    unpaid ? sql`${orders.status} <> 'Cancelled' and ${orders.paidMinor} < ${orders.totalMinor}` : undefined,
    ...words.map(foundIn),
  );
}

type ListShape = Pick<OrderListQuery, 'sort' | 'descending'>;

/** The LEFT join keeps the planner from walking all clients first. */
function selectOrders(tx: Tx, { sort, descending }: ListShape, where: SQL | undefined) {
  const direction = descending ? desc : asc;
  return tx
    .select({ order: orders, client: clients, author: users.displayName })
    .from(orders)
    .leftJoin(clients, eq(clients.id, orders.clientId))
    .leftJoin(users, eq(users.id, orders.createdBy))
    .where(where)
    .orderBy(direction(sortColumns[sort]), direction(orders.id));
}

const ordersFromId = hot('orders.from_id', (tx) =>
  selectOrders(tx, { sort: 'id' }, and(isNull(orders.deletedAt), gte(orders.id, sql.placeholder('startId')))).limit(
    sql.placeholder('limit'),
  ),
);

/** A walk by id and nothing else: what programs ask for all day. */
function isPlainWalk({ words, status, clientId, from, to, unpaid, sort, descending, offset }: OrderListQuery): boolean {
  return words.length === 0 && sort === 'id' && ![status, clientId, from, to, unpaid, descending, offset].some(Boolean);
}

/** A page of live orders. */
export async function listOrderRows(tx: Tx, query: OrderListQuery) {
  if (isPlainWalk(query)) return ordersFromId(tx, { startId: query.startId ?? 0, limit: query.limit });
  return selectOrders(tx, query, filterWhere(query))
    .limit(query.limit)
    .offset(query.offset ?? 0);
}

/** How many orders a filter finds, and their sum. */
export async function sumOrders(tx: Tx, filter: OrderFilter): Promise<{ count: number; totalMinor: number }> {
  return only(
    await tx
      .select({
        count: sql`count(*)`.mapWith(Number),
        totalMinor: sql`coalesce(sum(${orders.totalMinor}), 0)`.mapWith(Number),
      })
      .from(orders)
      .leftJoin(clients, eq(clients.id, orders.clientId))
      .where(filterWhere(filter)),
  );
}
