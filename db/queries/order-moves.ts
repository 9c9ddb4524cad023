import { and, asc, eq, isNotNull, lte, sql } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { orders } from '../schema/orders';
import { only } from './only';

/**
 * Gives the next orders of a client, also from the bin, to another: by id, at most `limit`. Their ids and new versions;
 * none when no order is left.
 */
export async function giveOrders(tx: Tx, from: number, to: number, updatedAt: number, limit: number) {
  const next = await tx.select({ id: orders.id }).from(orders).where(eq(orders.clientId, from)).orderBy(asc(orders.id)).limit(limit);
  const last = next.at(-1);
  if (!last) return [];
  const given = await tx
    .update(orders)
    .set({ clientId: to, version: sql`${orders.version} + 1`, updatedAt })
    .where(and(eq(orders.clientId, from), lte(orders.id, last.id)))
    .returning({ id: orders.id, version: orders.version });
  return given.sort((a, b) => a.id - b.id);
}

/** How many orders of a client lie in the bin. */
export async function countBinnedOrders(tx: Tx, clientId: number): Promise<number> {
  const where = and(eq(orders.clientId, clientId), isNotNull(orders.deletedAt));
  return only(
    await tx
      .select({ n: sql`count(*)`.mapWith(Number) })
      .from(orders)
      .where(where),
  ).n;
}
