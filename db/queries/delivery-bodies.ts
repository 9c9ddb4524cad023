import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { deliveries, exchanges } from '../schema/deliveries';
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

/** Deliveries about these records whose body is kept. */
async function deliveriesAbout(tx: Tx, entity: string, entityIds: readonly number[]): Promise<number[]> {
  const rows = await tx
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(and(eq(deliveries.entity, entity), inArray(deliveries.entityId, [...entityIds]), isNotNull(deliveries.body)));
  return rows.map(({ id }) => id);
}

/** Empties what was sent about these records and what was answered to it; a repetition is made anew from what is left. */
export async function forgetBodies(tx: Tx, entity: string, entityIds: readonly number[]): Promise<void> {
  const ids = await deliveriesAbout(tx, entity, entityIds);
  if (ids.length === 0) return;
  await tx.update(exchanges).set({ request: '', answer: '' }).where(inArray(exchanges.deliveryId, ids));
  await tx.update(deliveries).set({ body: null }).where(inArray(deliveries.id, ids));
}
