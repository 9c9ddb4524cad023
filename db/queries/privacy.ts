import { and, asc, eq, gt, inArray, isNotNull, lte, ne, or, sql } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { clients } from '../schema/clients';
import { changes, changeValues } from '../schema/journal';
import { orders, payments } from '../schema/orders';
import { idempotencyKeys } from '../schema/settings';
import { only } from './only';

/** Clients that were merged into one of these. */
export async function clientsMergedInto(tx: Tx, ids: number[]): Promise<number[]> {
  const rows = await tx.select({ id: clients.id }).from(clients).where(inArray(clients.mergedInto, ids)).orderBy(asc(clients.id));
  return rows.map(({ id }) => id);
}

/** Orders of these clients, also from the bin, oldest first. */
export async function orderIdsOf(tx: Tx, clientIds: number[]): Promise<number[]> {
  const rows = await tx.select({ id: orders.id }).from(orders).where(inArray(orders.clientId, clientIds)).orderBy(asc(orders.id));
  return rows.map(({ id }) => id);
}

export async function lastChangeId(tx: Tx): Promise<number> {
  return only(await tx.select({ id: sql`coalesce(max(${changes.id}), 0)`.mapWith(Number) }).from(changes)).id;
}

/** Orders that a stretch of the journal names one of these clients in, as the old or the new one. */
export async function ordersNaming(tx: Tx, clientIds: number[], after: number, upTo: number): Promise<number[]> {
  // As `recordChange` writes a client beside his order: nothing else has an id followed by a name.
  const named = clientIds.map((id) => sql`${changeValues.json} like ${`%{"id":${id},"name":%`}`);
  const rows = await tx
    .selectDistinct({ id: changes.entityId })
    .from(changes)
    .innerJoin(changeValues, eq(changeValues.changeId, changes.id))
    .where(and(gt(changes.id, after), lte(changes.id, upTo), eq(changes.entity, 'order'), or(...named)));
  return rows.map(({ id }) => id);
}

/** Empties the values of these changes, in the name of an operation of kind `privacy.erase`. */
export async function eraseValues(tx: Tx, changeIds: number[], erasedBy: number): Promise<void> {
  await tx
    .update(changeValues)
    .set({ salt: null, json: null, erasedBy })
    .where(and(inArray(changeValues.changeId, changeIds), isNotNull(changeValues.json)));
}

/** Empties the notes of an order's payments, also of those taken back. */
export async function eraseNotes(tx: Tx, orderId: number): Promise<void> {
  await tx
    .update(payments)
    .set({ note: '' })
    .where(and(eq(payments.orderId, orderId), ne(payments.note, '')));
}

/** First answers that are still kept, in the order of their ids. */
export function idempotencyRowsAfter(tx: Tx, id: number, limit: number) {
  return tx
    .select({ id: idempotencyKeys.id, path: idempotencyKeys.path, body: idempotencyKeys.body })
    .from(idempotencyKeys)
    .where(gt(idempotencyKeys.id, id))
    .orderBy(asc(idempotencyKeys.id))
    .limit(limit);
}

/** Keeps a key as used, and nothing of what was sent or answered: a repetition is told of as another request. */
export async function forgetAnswers(tx: Tx, ids: number[], body: string): Promise<void> {
  await tx.update(idempotencyKeys).set({ bodyHash: '', body }).where(inArray(idempotencyKeys.id, ids));
}
