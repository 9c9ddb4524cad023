import { and, eq } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { deliveries } from '../schema/deliveries';
import { changes, changeValues, operations } from '../schema/journal';

/** What an operation did to one record; `json` is null when the values were erased. */
export async function changeIn(tx: Tx, operationId: number, entity: string, entityId: number) {
  const rows = await tx
    .select({ action: changes.action, json: changeValues.json, at: operations.at })
    .from(changes)
    .innerJoin(operations, eq(operations.id, changes.operationId))
    .leftJoin(changeValues, eq(changeValues.changeId, changes.id))
    .where(and(eq(changes.operationId, operationId), eq(changes.entity, entity), eq(changes.entityId, entityId)));
  return rows[0];
}

/** Keeps the body of a delivery, so that every attempt sends the same. */
export async function writeDeliveryBody(tx: Tx, id: number, body: string): Promise<void> {
  await tx.update(deliveries).set({ body }).where(eq(deliveries.id, id));
}
