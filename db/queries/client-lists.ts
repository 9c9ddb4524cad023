import { type AnyColumn, and, eq, gte, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { inIds } from '../dialect/id-list';
import { contains } from '../dialect/like';
import type { Tx } from '../engines/engine';
import { clients } from '../schema/clients';
import { orders } from '../schema/orders';
import { clientTexts } from '../schema/search';
import type { ClientRow } from './clients';
import { type DirectedKey, idsInOrder, keyset, keysOf, type Place, readIds, type Sorting, type SortKey } from './keyset';
import { only } from './only';
import { type OrderRowFilter, orderWhere } from './order-filter';
import { owedMinor } from './owed';
import { inList } from './search';

export interface ClientRowFilter {
  /** Normalised needles, all of which must be found. */
  words: readonly string[];
  /** Only these are looked at, as `clientCandidates` found them. */
  candidates?: readonly number[];
  /** Days on which they were added, both included. */
  from?: string;
  to?: string;
  hasPhone?: boolean;
  hasEmail?: boolean;
  /** Whether their orders come to more than was paid for them. */
  hasDebt?: boolean;
  hasPending?: boolean;
  /** 0 for clients whom no user has added. */
  authorId?: number;
  /** Only those of these orders; or only these. */
  orders?: OrderRowFilter;
  among?: readonly number[];
  /** With an order before this business day. */
  orderedBefore?: string;
  deleted?: boolean;
  /** One of the conditions is enough; words, deletion and ids always hold. */
  any?: boolean;
  startId?: number;
  endId?: number;
}

function presence(column: AnyColumn, wanted: boolean | undefined): SQL | undefined {
  return wanted === undefined ? undefined : wanted ? isNotNull(column) : isNull(column);
}

const pending = sql`sum(case when ${orders.status} = 'Pending' then 1 end)`;

/** Something of a client's live orders, as `clientTotals` has it. */
function ofOrders(value: SQL): SQL {
  return sql`(select coalesce(${value}, 0) from ${orders} where ${orders.clientId} = ${clients.id} and ${orders.deletedAt} is null)`;
}

function byOrdersWhere({ orders: chosen, among }: ClientRowFilter): SQL | undefined {
  if (among) return inIds(clients.id, among);
  return chosen && sql`${clients.id} in (select ${orders.clientId} from ${orders} where ${orderWhere(chosen)})`;
}

/** Asked client by client; PostgreSQL would turn EXISTS into a join with the orders of all. */
function orderedBeforeWhere(day: string): SQL {
  return sql`(select 1 from ${orders} where ${orders.clientId} = ${clients.id} and ${orders.businessDay} < ${day} and ${orders.deletedAt} is null limit 1) = 1`;
}

function clientWhere(filter: ClientRowFilter): SQL | undefined {
  const { words, candidates, from, to, authorId, startId, endId } = filter;
  const text = sql`(select ${clientTexts.text} from ${clientTexts} where ${clientTexts.clientId} = ${clients.id})`;
  const chosen = [
    and(from ? gte(clients.createdDay, from) : undefined, to ? lte(clients.createdDay, to) : undefined),
    presence(clients.mobilePhone, filter.hasPhone),
    presence(clients.email, filter.hasEmail),
    filter.hasDebt === undefined ? undefined : sql`${ofOrders(owedMinor)} ${sql.raw(filter.hasDebt ? '>' : '<=')} 0`,
    filter.hasPending === undefined ? undefined : sql`${ofOrders(pending)} ${sql.raw(filter.hasPending ? '>' : '=')} 0`,
    authorId === undefined ? undefined : authorId === 0 ? isNull(clients.createdBy) : eq(clients.createdBy, authorId),
    byOrdersWhere(filter),
    filter.orderedBefore ? orderedBeforeWhere(filter.orderedBefore) : undefined,
  ].filter((condition) => condition !== undefined);
  return and(
    filter.deleted ? isNotNull(clients.deletedAt) : isNull(clients.deletedAt),
    startId ? gte(clients.id, startId) : undefined,
    endId ? lte(clients.id, endId) : undefined,
    candidates ? inList(clients.id, candidates) : undefined,
    ...words.map((word) => contains(text, word)),
    filter.any && chosen.length > 0 ? or(...chosen) : and(...chosen),
  );
}

/** A client with what his orders come to. */
export interface CountedClient {
  client: ClientRow;
  totals: { orders: number; totalMinor: number; debtMinor: number; lastOrderAt: number | null };
}

type Key = SortKey<CountedClient>;

const byId: Key = { column: sql`${clients.id}`, type: 'number', of: ({ client }) => client.id, unique: true };

function byText(column: AnyColumn, of: (client: ClientRow) => string | null): Key[] {
  return [{ column: sql`coalesce(${column}, '')`, type: 'string', of: ({ client }) => of(client) ?? '' }, byId];
}

function byOrders(value: SQL, of: (totals: CountedClient['totals']) => number | null): Key[] {
  return [{ column: ofOrders(value), type: 'number', of: ({ totals }) => of(totals) ?? 0 }, byId];
}

const sortings = {
  id: [byId],
  first_name: byText(clients.firstName, ({ firstName }) => firstName),
  last_name: byText(clients.lastName, ({ lastName }) => lastName),
  middle_name: byText(clients.middleName, ({ middleName }) => middleName),
  mobile_phone: byText(clients.mobilePhone, ({ mobilePhone }) => mobilePhone),
  email: byText(clients.emailKey, ({ emailKey }) => emailKey),
  company: byText(clients.company, ({ company }) => company),
  inn: byText(clients.inn, ({ inn }) => inn),
  name: [{ column: sql`${clients.nameKey}`, type: 'string', of: ({ client }) => client.nameKey }, byId],
  created_at: [{ column: sql`${clients.createdAt}`, type: 'number', of: ({ client }) => client.createdAt }, byId],
  updated_at: [{ column: sql`${clients.updatedAt}`, type: 'number', of: ({ client }) => client.updatedAt }, byId],
  deleted_at: [{ column: sql`${clients.deletedAt}`, type: 'number', of: ({ client }) => client.deletedAt ?? 0 }, byId],
  orders: byOrders(sql`count(*)`, (totals) => totals.orders),
  total: byOrders(sql`sum(${orders.totalMinor})`, ({ totalMinor }) => totalMinor),
  debt: byOrders(owedMinor, ({ debtMinor }) => debtMinor),
  last_order: byOrders(sql`max(${orders.createdAt})`, ({ lastOrderAt }) => lastOrderAt),
} satisfies Record<string, Key[]>;

export type ClientRowSort = keyof typeof sortings;

export interface ClientListQuery extends ClientRowFilter, Place, Sorting<ClientRowSort> {
  /** Where the first sorting finds two rows equal. */
  further?: readonly Sorting<ClientRowSort>[];
  offset?: number;
  limit: number;
}

type Sorted = Pick<ClientListQuery, 'sort' | 'descending' | 'further' | 'deleted'>;

/** Only what is in the bin has a time at which it went there. */
function sortingOf({ sort, descending, further = [], deleted }: Sorted): DirectedKey<CountedClient>[] {
  const sorts = [{ sort, descending }, ...further].map((one) =>
    one.sort === 'deleted_at' && !deleted ? { ...one, sort: 'id' as const } : one,
  );
  return keysOf<ClientRowSort, CountedClient>(sortings, sorts);
}

/** A page of clients, in the order of its sorting. */
export async function listClientRows(tx: Tx, query: ClientListQuery): Promise<ClientRow[]> {
  const { where, orderBy, turned } = keyset(sortingOf(query), query);
  const rows = await tx
    .select()
    .from(clients)
    .where(and(clientWhere(query), where))
    .orderBy(...orderBy)
    .limit(query.limit)
    .offset(query.offset ?? 0);
  return turned ? rows.reverse() : rows;
}

/** The ids of all clients of a query in the order of its sorting, from one statement. */
export async function sortedClientIds(tx: Tx, query: Omit<ClientListQuery, 'limit'>): Promise<number[]> {
  const { orderBy } = keyset(sortingOf(query), {});
  const ids = tx
    .select({ ids: idsInOrder(clients.id, orderBy) })
    .from(clients)
    .where(clientWhere(query));
  return readIds(only(await ids).ids);
}

/** The values a row is sorted by, for the place after or before it. */
export function clientKeys(query: Sorted, client: CountedClient): (string | number)[] {
  return sortingOf(query).map(({ of }) => of(client));
}

/** How many clients of a filter stand before a place of its sorting; at most `limit` are counted. */
export async function countClientsBefore(tx: Tx, query: ClientListQuery): Promise<number> {
  const { where } = keyset(sortingOf(query), query);
  const found = tx
    .select({ id: clients.id })
    .from(clients)
    .where(and(clientWhere(query), where))
    .limit(query.limit)
    .as('found');
  return only(await tx.select({ n: sql`count(*)`.mapWith(Number) }).from(found)).n;
}

/** How many clients a filter finds; at most `limit` are looked at. */
export async function countClients(tx: Tx, filter: ClientRowFilter, limit = Number.MAX_SAFE_INTEGER): Promise<number> {
  const found = tx.select({ id: clients.id }).from(clients).where(clientWhere(filter)).limit(limit).as('found');
  return only(await tx.select({ n: sql`count(*)`.mapWith(Number) }).from(found)).n;
}

/** Ids of the clients of a filter, ascending. */
export async function clientIds(tx: Tx, filter: ClientRowFilter, limit: number): Promise<number[]> {
  const rows = await tx.select({ id: clients.id }).from(clients).where(clientWhere(filter)).orderBy(clients.id).limit(limit);
  return rows.map(({ id }) => id);
}
