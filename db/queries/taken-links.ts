import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { conflicts, links } from '../schema/exchange';
import { type orders, payments } from '../schema/orders';
import { only } from './only';

export type LinkRow = typeof links.$inferSelect;
export type ConflictRow = typeof conflicts.$inferSelect;
type PaymentRow = typeof payments.$inferSelect;
type OrderId = (typeof orders.$inferSelect)['id'];

/** What a record here is over there. */
export async function findLinkOf(tx: Tx, connectionId: number, entity: string, localId: number): Promise<LinkRow | undefined> {
  const where = and(eq(links.connectionId, connectionId), eq(links.entity, entity), eq(links.localId, localId));
  return (await tx.select().from(links).where(where))[0];
}

/** What a record over there is here. */
export async function findLinkByRemote(tx: Tx, connectionId: number, entity: string, remoteId: string): Promise<LinkRow | undefined> {
  const where = and(eq(links.connectionId, connectionId), eq(links.entity, entity), eq(links.remoteId, remoteId));
  return (await tx.select().from(links).where(where))[0];
}

/** What several records are over there. */
export async function linksOfRecords(tx: Tx, connectionId: number, entity: string, localIds: readonly number[]): Promise<LinkRow[]> {
  if (localIds.length === 0) return [];
  const where = and(eq(links.connectionId, connectionId), eq(links.entity, entity), inArray(links.localId, [...localIds]));
  return tx.select().from(links).where(where);
}

/** Records that go by this number over there; `told` begins with it. */
export async function linksByNumber(tx: Tx, connectionId: number, entity: string, number: string): Promise<LinkRow[]> {
  const start = `{"number":${JSON.stringify(number)},`;
  const pattern = `${start.replace(/[!%_]/g, (sign) => `!${sign}`)}%`;
  const rows = await tx
    .select()
    .from(links)
    .where(and(eq(links.connectionId, connectionId), eq(links.entity, entity), sql`${links.told} like ${pattern} escape '!'`))
    .orderBy(asc(links.id));
  // One engine compares Latin letters in either case.
  return rows.filter(({ told }) => told.startsWith(start));
}

export async function insertLink(tx: Tx, row: Omit<LinkRow, 'id'>): Promise<LinkRow> {
  return only(await tx.insert(links).values(row).returning());
}

export async function updateLink(tx: Tx, { id, ...values }: LinkRow): Promise<void> {
  await tx.update(links).set(values).where(eq(links.id, id));
}

/** What was found to differ in a record, latest first, decided or not. */
export function conflictsOf(tx: Tx, connectionId: number, entity: string, localId: number): Promise<ConflictRow[]> {
  return tx
    .select()
    .from(conflicts)
    .where(and(eq(conflicts.connectionId, connectionId), eq(conflicts.entity, entity), eq(conflicts.localId, localId)))
    .orderBy(desc(conflicts.id));
}

export async function insertConflict(tx: Tx, row: Omit<ConflictRow, 'id'>): Promise<void> {
  await tx.insert(conflicts).values(row);
}

/** Says which side's values stand, and by which rule (UTC epoch ms). */
export async function settleConflict(tx: Tx, id: number, values: { decision: string; policy: string; at: number }): Promise<void> {
  const { decision, policy, at } = values;
  await tx.update(conflicts).set({ state: 'decided', decision, policy, decidedAt: at }).where(eq(conflicts.id, id));
}

/** Live payments that another system knows by this key. */
export function paymentsByKey(tx: Tx, externalKey: string): Promise<PaymentRow[]> {
  return tx
    .select()
    .from(payments)
    .where(and(eq(payments.externalKey, externalKey), isNull(payments.deletedAt)))
    .orderBy(asc(payments.id));
}

/** The order of a payment, taken back or not. */
export async function orderOfPayment(tx: Tx, id: number): Promise<OrderId | undefined> {
  return (await tx.select({ orderId: payments.orderId }).from(payments).where(eq(payments.id, id)))[0]?.orderId;
}
