import { and, asc, eq, inArray, isNull, lte, or } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { hints } from '../schema/deliveries';

export type HintRow = typeof hints.$inferSelect;

/** A new hint; false when it is a repetition. */
export async function insertHint(tx: Tx, row: Omit<HintRow, 'id'>): Promise<boolean> {
  return (await tx.insert(hints).values(row).onConflictDoNothing().returning({ id: hints.id })).length === 1;
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

export async function updateHints(tx: Tx, ids: readonly number[], values: Partial<Omit<HintRow, 'id'>>): Promise<void> {
  if (ids.length > 0)
    await tx
      .update(hints)
      .set(values)
      .where(inArray(hints.id, [...ids]));
}
