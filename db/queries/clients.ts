import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { hot, placed } from '../engines/hot';
import { clients } from '../schema/clients';
import { orders } from '../schema/orders';
import { only } from './only';
import { owedMinor } from './owed';

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

/** The highest number that was given, 0 without any. */
export async function lastClientId(tx: Tx): Promise<number> {
  return only(await tx.select({ id: sql`coalesce(max(${clients.id}), 0)`.mapWith(Number) }).from(clients)).id;
}

const newClient = hot('client.insert', (tx) =>
  tx
    .insert(clients)
    .values(placed(clients, ['id']))
    .returning(),
);

export async function insertClient(tx: Tx, row: NewClientRow): Promise<ClientRow> {
  return only(await newClient(tx, row));
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

/** Orders, their sum, what is owed (for a cancelled order nothing) and the last order of each of these clients. */
export function clientTotals(tx: Tx, ids: number[]) {
  return tx
    .select({
      clientId: orders.clientId,
      orders: sql`count(*)`.mapWith(Number),
      totalMinor: sql`coalesce(sum(${orders.totalMinor}), 0)`.mapWith(Number),
      debtMinor: sql`coalesce(${owedMinor}, 0)`.mapWith(Number),
      lastOrderAt: sql`max(${orders.createdAt})`.mapWith(Number),
    })
    .from(orders)
    .where(and(inArray(orders.clientId, ids), isNull(orders.deletedAt)))
    .groupBy(orders.clientId);
}

const otherByEmail = hot('client.other_by_email', (tx) =>
  tx
    .select()
    .from(clients)
    .where(and(eq(clients.emailKey, sql.placeholder('emailKey')), isNull(clients.deletedAt), ne(clients.id, sql.placeholder('id')))),
);

/** Another live client with this e-mail. */
export async function findOtherByEmail(tx: Tx, emailKey: string, id: number): Promise<ClientRow | undefined> {
  return (await otherByEmail(tx, { emailKey, id }))[0];
}
