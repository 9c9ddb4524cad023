import type { Tx } from '../engines/engine';
import { deliveries } from '../schema/deliveries';

export type DeliveryRow = typeof deliveries.$inferSelect;
export type NewDelivery = typeof deliveries.$inferInsert;

/** Rows in one statement: far below the parameters an engine takes. */
const rowsAStatement = 50;

export async function insertDeliveries(tx: Tx, rows: readonly NewDelivery[]): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAStatement) {
    await tx.insert(deliveries).values(rows.slice(from, from + rowsAStatement));
  }
}
