import { and, eq, inArray, lt, ne, or } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { connections } from '../schema/connections';
import { deliveries, exchanges, hints } from '../schema/deliveries';
import { conflicts, exchangeRuns, findings } from '../schema/exchange';

/** Removes some deliveries at their end before a moment, dead ones before another, and those of connections deleted before it; whether there may be more. */
export async function removeDeliveries(
  tx: Tx,
  { before, deadBefore }: { before: number; deadBefore: number },
  limit: number,
): Promise<boolean> {
  const ended = and(inArray(deliveries.state, ['done', 'merged', 'skipped']), lt(deliveries.finishedAt, before));
  const dead = and(eq(deliveries.state, 'dead'), lt(deliveries.finishedAt, deadBefore));
  const gone = tx.select({ id: connections.id }).from(connections).where(lt(connections.deletedAt, before));
  const unsent = inArray(deliveries.connectionId, gone);
  const rows = await tx
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(or(ended, dead, unsent))
    .limit(limit);
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

/** Removes some runs that ended before a moment, with what they found; whether there may be more. */
export async function removeRuns(tx: Tx, before: number, limit: number): Promise<boolean> {
  const ended = and(ne(exchangeRuns.state, 'running'), lt(exchangeRuns.finishedAt, before));
  const runs = tx.select({ id: exchangeRuns.id }).from(exchangeRuns).where(ended);
  const found = await tx.select({ id: findings.id }).from(findings).where(inArray(findings.runId, runs)).limit(limit);
  const findingIds = found.map(({ id }) => id);
  if (findingIds.length > 0) await tx.delete(findings).where(inArray(findings.id, findingIds));
  if (findingIds.length === limit) return true;
  const rows = await tx.select({ id: exchangeRuns.id }).from(exchangeRuns).where(ended).limit(limit);
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0) await tx.delete(exchangeRuns).where(inArray(exchangeRuns.id, ids));
  return ids.length === limit;
}

/** Removes some conflicts that were decided before a moment; whether there may be more. */
export async function removeConflicts(tx: Tx, before: number, limit: number): Promise<boolean> {
  const decided = and(eq(conflicts.state, 'decided'), lt(conflicts.decidedAt, before));
  const rows = await tx.select({ id: conflicts.id }).from(conflicts).where(decided).limit(limit);
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0) await tx.delete(conflicts).where(inArray(conflicts.id, ids));
  return ids.length === limit;
}
