import { and, desc, eq, lt } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { conflicts } from '../schema/exchange';
import { only } from './only';

export type ConflictRow = typeof conflicts.$inferSelect;

export async function insertConflict(tx: Tx, row: Omit<ConflictRow, 'id'>): Promise<ConflictRow> {
  return only(await tx.insert(conflicts).values(row).returning());
}

export async function findConflict(tx: Tx, id: number): Promise<ConflictRow | undefined> {
  return (await tx.select().from(conflicts).where(eq(conflicts.id, id)))[0];
}

/** What of a record waits for somebody to decide; one at most. */
export async function findOpenConflict(tx: Tx, connectionId: number, entity: string, localId: number): Promise<ConflictRow | undefined> {
  const rows = await tx
    .select()
    .from(conflicts)
    .where(
      and(
        eq(conflicts.connectionId, connectionId),
        eq(conflicts.state, 'open'),
        eq(conflicts.entity, entity),
        eq(conflicts.localId, localId),
      ),
    );
  return rows[0];
}

export async function updateConflict(tx: Tx, id: number, values: Partial<Omit<ConflictRow, 'id'>>): Promise<void> {
  await tx.update(conflicts).set(values).where(eq(conflicts.id, id));
}

/** Conflicts of a connection, newest first, older than `before`. */
export function conflictsOf(
  tx: Tx,
  connectionId: number,
  { state, before, limit }: { state?: string; before?: number; limit: number },
): Promise<ConflictRow[]> {
  return tx
    .select()
    .from(conflicts)
    .where(
      and(
        eq(conflicts.connectionId, connectionId),
        state === undefined ? undefined : eq(conflicts.state, state),
        before === undefined ? undefined : lt(conflicts.id, before),
      ),
    )
    .orderBy(desc(conflicts.id))
    .limit(limit);
}

/** What was found to differ in a record, latest first, decided or not. */
export function conflictsOfRecord(tx: Tx, connectionId: number, entity: string, localId: number): Promise<ConflictRow[]> {
  return tx
    .select()
    .from(conflicts)
    .where(and(eq(conflicts.connectionId, connectionId), eq(conflicts.entity, entity), eq(conflicts.localId, localId)))
    .orderBy(desc(conflicts.id));
}
