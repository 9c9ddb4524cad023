import { and, asc, desc, eq, gte, inArray, isNull, ne, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { hot } from '../engines/hot';
import { clients } from '../schema/clients';
import { orders } from '../schema/orders';
import { clientTexts } from '../schema/search';
import { contains } from './like';
import { only } from './only';

export type ClientRow = typeof clients.$inferSelect;
export type NewClientRow = Omit<ClientRow, 'id'>;

const clientById = hot('client.by_id', (tx) =>
  tx
    .select()
    .from(clients)
    .where(eq(clients.id, sql.placeholder('id'))),
);

export async function findClient(tx: Tx, id: number): Promise<ClientRow | undefined> {
  return (await clientById(tx, { id }))[0];
}

export async function insertClient(tx: Tx, row: NewClientRow): Promise<ClientRow> {
  return only(await tx.insert(clients).values(row).returning());
}

/** Writes a client unless it has changed since `row.version`; the new row, or undefined. */
export async function updateClient(tx: Tx, row: ClientRow): Promise<ClientRow | undefined> {
  const { id, version, ...values } = row;
  const updated = await tx
    .update(clients)
    .set({ ...values, version: version + 1 })
    .where(and(eq(clients.id, id), eq(clients.version, version)))
    .returning();
  return updated[0];
}

const sortColumns = {
  id: clients.id,
  first_name: clients.firstName,
  last_name: clients.lastName,
  middle_name: sql`coalesce(${clients.middleName}, '')`,
  mobile_phone: sql`coalesce(${clients.mobilePhone}, '')`,
  email: sql`coalesce(${clients.emailKey}, '')`,
  company: clients.company,
  name: clients.nameKey,
  created_at: clients.createdAt,
};

export interface ClientFilter {
  /** Normalised needles, all of which must be found. */
  words: string[];
  /** Days on which they were added, both included. */
  from?: string;
  to?: string;
  startId?: number;
}

export interface ClientListQuery extends ClientFilter {
  sort: keyof typeof sortColumns;
  descending?: boolean;
  offset?: number;
  limit: number;
}

function filterWhere({ words, from, to, startId }: ClientFilter): SQL | undefined {
  return and(
    isNull(clients.deletedAt),
    startId ? gte(clients.id, startId) : undefined,
    from ? sql`${clients.createdDay} >= ${from}` : undefined,
    to ? sql`${clients.createdDay} <= ${to}` : undefined,
    ...words.map((word) =>
      contains(sql`(select ${clientTexts.text} from ${clientTexts} where ${clientTexts.clientId} = ${clients.id})`, word),
    ),
  );
}

export function listClientRows(tx: Tx, query: ClientListQuery): Promise<ClientRow[]> {
  const direction = query.descending ? desc : asc;
  return tx
    .select()
    .from(clients)
    .where(filterWhere(query))
    .orderBy(direction(sortColumns[query.sort]), direction(clients.id))
    .limit(query.limit)
    .offset(query.offset ?? 0);
}

export async function countClients(tx: Tx, filter: ClientFilter): Promise<number> {
  return only(
    await tx
      .select({ n: sql`count(*)`.mapWith(Number) })
      .from(clients)
      .where(filterWhere(filter)),
  ).n;
}

/** Orders, their sum, what is owed (for a cancelled order nothing) and the last order of each of these clients. */
export function clientTotals(tx: Tx, ids: number[]) {
  return tx
    .select({
      clientId: orders.clientId,
      orders: sql`count(*)`.mapWith(Number),
      totalMinor: sql`coalesce(sum(${orders.totalMinor}), 0)`.mapWith(Number),
      debtMinor:
        sql`coalesce(sum(case when ${orders.status} <> 'Cancelled' then ${orders.totalMinor} - ${orders.paidMinor} end), 0)`.mapWith(
          Number,
        ),
      lastOrderAt: sql`max(${orders.createdAt})`.mapWith(Number),
    })
    .from(orders)
    .where(and(inArray(orders.clientId, ids), isNull(orders.deletedAt)))
    .groupBy(orders.clientId);
}

/** Another live client with this e-mail. */
export async function findOtherByEmail(tx: Tx, emailKey: string, id: number): Promise<ClientRow | undefined> {
  const rows = await tx
    .select()
    .from(clients)
    .where(and(eq(clients.emailKey, emailKey), isNull(clients.deletedAt), ne(clients.id, id)));
  return rows[0];
}
