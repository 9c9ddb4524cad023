import { and, eq, gt, isNull, lte, or } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { exchangeRuns } from '../schema/exchange';
import { only } from './only';

export type FileRunRow = typeof exchangeRuns.$inferSelect;

/** A new reading of a file that the other side has sent. */
export async function insertFileRun(
  tx: Tx,
  row: Pick<FileRunRow, 'connectionId' | 'cursor' | 'requestId' | 'createdAt'>,
): Promise<FileRunRow> {
  return only(
    await tx
      .insert(exchangeRuns)
      .values({ ...row, kind: 'file', state: 'running', counts: '{}' })
      .returning(),
  );
}

export async function findFileRun(tx: Tx, connectionId: number, id: number): Promise<FileRunRow | undefined> {
  const own = and(eq(exchangeRuns.id, id), eq(exchangeRuns.connectionId, connectionId), eq(exchangeRuns.kind, 'file'));
  return (await tx.select().from(exchangeRuns).where(own))[0];
}

/**
 * Takes a run for oneself until an instant; false while somebody works on any file of the connection. The caller holds the
 * row of the session, so that no two ask at once.
 */
export async function leaseFileRun(
  tx: Tx,
  { connectionId, id }: Pick<FileRunRow, 'connectionId' | 'id'>,
  { now, until }: { now: number; until: number },
): Promise<boolean> {
  const files = and(eq(exchangeRuns.connectionId, connectionId), eq(exchangeRuns.kind, 'file'));
  const busy = await tx
    .select({ id: exchangeRuns.id })
    .from(exchangeRuns)
    .where(and(files, gt(exchangeRuns.leaseUntil, now)))
    .limit(1);
  if (busy.length > 0) return false;
  const free = or(isNull(exchangeRuns.leaseUntil), lte(exchangeRuns.leaseUntil, now));
  const taken = await tx
    .update(exchangeRuns)
    .set({ leaseUntil: until })
    .where(and(eq(exchangeRuns.id, id), eq(exchangeRuns.state, 'running'), free))
    .returning({ id: exchangeRuns.id });
  return taken.length > 0;
}

/** Writes how far a run has come; false when whoever held it until `lease` has lost it. */
export async function updateFileRun(
  tx: Tx,
  id: number,
  lease: number,
  values: Partial<Pick<FileRunRow, 'cursor' | 'counts' | 'groupId' | 'state' | 'problem' | 'leaseUntil' | 'finishedAt'>>,
): Promise<boolean> {
  const written = await tx
    .update(exchangeRuns)
    .set(values)
    .where(and(eq(exchangeRuns.id, id), eq(exchangeRuns.state, 'running'), eq(exchangeRuns.leaseUntil, lease)))
    .returning({ id: exchangeRuns.id });
  return written.length > 0;
}

/** Ends what an exchange has left unfinished when the next one begins; whoever still writes keeps his lease to its end. */
export async function stopFileRuns(tx: Tx, connectionId: number, finishedAt: number): Promise<void> {
  const running = and(eq(exchangeRuns.connectionId, connectionId), eq(exchangeRuns.kind, 'file'), eq(exchangeRuns.state, 'running'));
  await tx.update(exchangeRuns).set({ state: 'stopped', finishedAt }).where(running);
}
