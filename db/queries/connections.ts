import { and, asc, eq, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { connectionStates, connections } from '../schema/connections';
import { only } from './only';

export type ConnectionRow = typeof connections.$inferSelect;
export type ConnectionStateRow = typeof connectionStates.$inferSelect;

/** Connections that are told of changes, with their topics; a paused one is told later, a disabled one is not. */
export async function listeners(tx: Tx): Promise<{ id: number; topics: string[] }[]> {
  const rows = await tx
    .select({ id: connections.id, topics: connections.topics })
    .from(connections)
    .where(and(isNull(connections.deletedAt), ne(connections.state, 'disabled')));
  return rows.map(({ id, topics }) => ({ id, topics: JSON.parse(topics) as string[] }));
}

/** Live connections, oldest first. */
export function findConnections(tx: Tx): Promise<ConnectionRow[]> {
  return tx.select().from(connections).where(isNull(connections.deletedAt)).orderBy(asc(connections.id));
}

/** Connections by number, also from the bin. */
export async function connectionsByIds(tx: Tx, ids: readonly number[]): Promise<ConnectionRow[]> {
  if (ids.length === 0) return [];
  return tx
    .select()
    .from(connections)
    .where(inArray(connections.id, [...ids]));
}

/** A connection, also from the bin. */
export async function findAnyConnection(tx: Tx, id: number): Promise<ConnectionRow | undefined> {
  return (await tx.select().from(connections).where(eq(connections.id, id)))[0];
}

/** A new connection, and the row that workers note its state in. */
export async function insertConnection(tx: Tx, row: Omit<ConnectionRow, 'id'>): Promise<ConnectionRow> {
  const inserted = only(await tx.insert(connections).values(row).returning());
  await tx.insert(connectionStates).values({ connectionId: inserted.id });
  return inserted;
}

/** Writes a connection whose version still is the one before; undefined when somebody was faster. */
export async function updateConnection(tx: Tx, row: ConnectionRow): Promise<ConnectionRow | undefined> {
  const { id, version, ...values } = row;
  const written = await tx
    .update(connections)
    .set({ ...values, version: version + 1 })
    .where(and(eq(connections.id, id), eq(connections.version, version)))
    .returning();
  return written[0];
}

export async function findConnectionState(tx: Tx, connectionId: number): Promise<ConnectionStateRow | undefined> {
  return (await tx.select().from(connectionStates).where(eq(connectionStates.connectionId, connectionId)))[0];
}

/** Of several, by connection. */
export async function findConnectionStates(tx: Tx, connectionIds: readonly number[]): Promise<Map<number, ConnectionStateRow>> {
  if (connectionIds.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(connectionStates)
    .where(inArray(connectionStates.connectionId, [...connectionIds]));
  return new Map(rows.map((row) => [row.connectionId, row]));
}

export async function updateConnectionState(
  tx: Tx,
  connectionId: number,
  values: Partial<Omit<ConnectionStateRow, 'connectionId'>>,
): Promise<void> {
  await tx.update(connectionStates).set(values).where(eq(connectionStates.connectionId, connectionId));
}

/** Nobody else's transaction that asks for the same goes on before this one has ended. On SQLite a writing transaction is alone anyway. */
export async function lockConnectionState(tx: Tx, connectionId: number): Promise<void> {
  await tx
    .update(connectionStates)
    .set({ failures: sql`${connectionStates.failures}` })
    .where(eq(connectionStates.connectionId, connectionId));
}

/** Live connections of these kinds that work and that nothing makes wait, with what was noted of them. */
export async function workableConnections(
  tx: Tx,
  kinds: readonly string[],
  at: number,
): Promise<{ row: ConnectionRow; state: ConnectionStateRow }[]> {
  return tx
    .select({ row: connections, state: connectionStates })
    .from(connections)
    .innerJoin(connectionStates, eq(connectionStates.connectionId, connections.id))
    .where(
      and(
        isNull(connections.deletedAt),
        eq(connections.state, 'active'),
        inArray(connections.kind, [...kinds]),
        or(isNull(connectionStates.waitUntil), lte(connectionStates.waitUntil, at)),
      ),
    )
    .orderBy(asc(connections.id));
}
