import type { Tx } from '../engines/engine';
import { exchanges } from '../schema/deliveries';

/** Notes a step that the other side has taken, in the journal of its connection. */
export async function insertExchangeStep(tx: Tx, row: Omit<typeof exchanges.$inferInsert, 'id'>): Promise<void> {
  await tx.insert(exchanges).values(row);
}
