import { and, asc, eq, gt, isNull, notExists, sql } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { clients } from '../schema/clients';
import { connectionStates } from '../schema/connections';
import { links } from '../schema/exchange';
import { orders } from '../schema/orders';
import { products } from '../schema/products';
import { only } from './only';

const tables = { client: clients, product: products, order: orders } as const;
export type Walked = keyof typeof tables;

function unlinkedOf(tx: Tx, connectionId: number, entity: Walked) {
  const table = tables[entity];
  const own = and(eq(links.connectionId, connectionId), eq(links.entity, entity), eq(links.localId, table.id));
  return notExists(tx.select({ id: links.id }).from(links).where(own));
}

/** The next live records by id; only those without a link when a connection is given. */
export async function liveIdsAfter(tx: Tx, entity: Walked, after: number, limit: number, unlinkedAt?: number): Promise<number[]> {
  const table = tables[entity];
  const rows = await tx
    .select({ id: table.id })
    .from(table)
    .where(and(gt(table.id, after), isNull(table.deletedAt), unlinkedAt === undefined ? undefined : unlinkedOf(tx, unlinkedAt, entity)))
    .orderBy(asc(table.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Live records that a connection has no link of. */
export async function countUnlinked(tx: Tx, entity: Walked, connectionId: number): Promise<number> {
  const table = tables[entity];
  const rows = await tx
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(table)
    .where(and(isNull(table.deletedAt), unlinkedOf(tx, connectionId, entity)));
  return only(rows).count;
}

/** Notes how far a connection was read; `text` is JSON. */
export async function storeCursors(tx: Tx, connectionId: number, text: string): Promise<void> {
  await tx.update(connectionStates).set({ cursors: text }).where(eq(connectionStates.connectionId, connectionId));
}
