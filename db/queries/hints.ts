import { and, asc, eq, inArray, isNotNull, isNull, lte, ne, or } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { hints } from '../schema/deliveries';

export type HintRow = typeof hints.$inferSelect;

/** A new hint; false when it is a repetition. */
export async function insertHint(tx: Tx, row: Omit<HintRow, 'id'>): Promise<boolean> {
  return (await tx.insert(hints).values(row).onConflictDoNothing().returning({ id: hints.id })).length === 1;
}

/** A hint that was, or is being, looked into waits once more; false when it waits anyway. */
export async function renewHint(
  tx: Tx,
  { connectionId, dedupeKey, runAt, receivedAt }: Pick<HintRow, 'connectionId' | 'dedupeKey' | 'runAt' | 'receivedAt'>,
): Promise<boolean> {
  const rows = await tx
    .update(hints)
    .set({ state: 'queued', runAt, receivedAt, leaseUntil: null })
    .where(
      and(eq(hints.connectionId, connectionId), eq(hints.dedupeKey, dedupeKey), or(ne(hints.state, 'queued'), isNotNull(hints.leaseUntil))),
    )
    .returning({ id: hints.id });
  return rows.length === 1;
}

/** Hints of a connection to be looked into, oldest first, taken until `until`. */
export async function takeHints(tx: Tx, connectionId: number, at: number, until: number, limit: number): Promise<HintRow[]> {
  const due = await tx
    .select()
    .from(hints)
    .where(
      and(
        eq(hints.connectionId, connectionId),
        eq(hints.state, 'queued'),
        lte(hints.runAt, at),
        or(isNull(hints.leaseUntil), lte(hints.leaseUntil, at)),
      ),
    )
    .orderBy(asc(hints.id))
    .limit(limit);
  const ids = due.map(({ id }) => id);
  if (ids.length > 0) await tx.update(hints).set({ leaseUntil: until }).where(inArray(hints.id, ids));
  return due;
}

/** Hints that were looked into; one that came again meanwhile waits on. */
export async function endHints(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(hints)
    .set({ state: 'done', leaseUntil: null })
    .where(and(inArray(hints.id, [...ids]), isNotNull(hints.leaseUntil)));
}
