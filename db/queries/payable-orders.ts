import { and, asc, eq, inArray, isNull, ne, type SQL } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { clients } from '../schema/clients';
import { orders, payments } from '../schema/orders';
import { isOwing } from './owed';

/** What tells whether money may be for an order. */
export interface PayableOrder {
  id: number;
  externalNo: string | null;
  totalMinor: number;
  paidMinor: number;
  /** The taxpayer number of its client; empty when he has none. */
  inn: string;
}

async function payable(tx: Tx, condition: SQL | undefined): Promise<PayableOrder[]> {
  return tx
    .select({
      id: orders.id,
      externalNo: orders.externalNo,
      totalMinor: orders.totalMinor,
      paidMinor: orders.paidMinor,
      inn: clients.inn,
    })
    .from(orders)
    .innerJoin(clients, eq(clients.id, orders.clientId))
    .where(and(isNull(orders.deletedAt), condition))
    .orderBy(asc(orders.id));
}

/** Live orders by their numbers. */
export async function payableByIds(tx: Tx, ids: readonly number[]): Promise<PayableOrder[]> {
  return ids.length === 0 ? [] : payable(tx, inArray(orders.id, [...ids]));
}

/** Live orders by their numbers elsewhere. */
export async function payableByExternalNo(tx: Tx, numbers: readonly string[]): Promise<PayableOrder[]> {
  return numbers.length === 0 ? [] : payable(tx, inArray(orders.externalNo, [...numbers]));
}

/** Live orders that something is owed for, by the taxpayer numbers of their clients. */
export async function owingByInn(tx: Tx, inns: readonly string[]): Promise<PayableOrder[]> {
  return inns.length === 0 ? [] : payable(tx, and(inArray(clients.inn, [...inns]), ne(clients.inn, ''), isOwing as SQL));
}

/** Live payments of these orders. */
export async function paymentsOfOrders(tx: Tx, orderIds: readonly number[]) {
  if (orderIds.length === 0) return [];
  const { orderId, paidDay, amountMinor, externalKey } = payments;
  return tx
    .select({ orderId, paidDay, amountMinor, externalKey })
    .from(payments)
    .where(and(inArray(orderId, [...orderIds]), isNull(payments.deletedAt)));
}

/** Which of these payments are there already, each with its order. */
export async function knownPayments(tx: Tx, keys: readonly string[]): Promise<Map<string, number>> {
  if (keys.length === 0) return new Map();
  const rows = await tx
    .select({ key: payments.externalKey, orderId: payments.orderId })
    .from(payments)
    .innerJoin(orders, eq(orders.id, payments.orderId))
    .where(and(inArray(payments.externalKey, [...keys]), isNull(payments.deletedAt), isNull(orders.deletedAt)));
  return new Map(rows.flatMap(({ key, orderId }) => (key === null ? [] : [[key, orderId] as const])));
}
