import { and, eq, inArray, lt, ne, or } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { deliveries, exchanges, hints } from '../schema/deliveries';

/** Removes some deliveries at their end before a moment, dead ones before another; whether there may be more. */
export async function removeDeliveries(
  tx: Tx,
  { before, deadBefore }: { before: number; deadBefore: number },
  limit: number,
): Promise<boolean> {
  const ended = and(inArray(deliveries.state, ['done', 'merged', 'skipped']), lt(deliveries.finishedAt, before));
  const dead = and(eq(deliveries.state, 'dead'), lt(deliveries.finishedAt, deadBefore));
  const rows = await tx.select({ id: deliveries.id }).from(deliveries).where(or(ended, dead)).limit(limit);
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0) await tx.delete(deliveries).where(inArray(deliveries.id, ids));
  return ids.length === limit;
}

/** Removes some of the journal of requests before a moment; whether there may be more. */
export async function removeExchanges(tx: Tx, before: number, limit: number): Promise<boolean> {
  const rows = await tx.select({ id: exchanges.id }).from(exchanges).where(lt(exchanges.at, before)).limit(limit);
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0) await tx.delete(exchanges).where(inArray(exchanges.id, ids));
  return ids.length === limit;
}

/** Removes calls from before a moment that nobody waits for. */
export async function removeHints(tx: Tx, before: number): Promise<void> {
  await tx.delete(hints).where(and(ne(hints.state, 'queued'), lt(hints.receivedAt, before)));
}
