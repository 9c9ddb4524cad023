import type { Tx } from '@/db/engines/engine';
import { type FullOrder, insertPayment, type PaymentRow } from '@/db/queries/orders';
import { actingUser, type Ctx } from '../context';
import { storeOrder } from '../orders/write-order';
import type { PaymentInput } from './schema';

/** Kopecks paid for an order: the sum of its payments. */
export function paidTotal(payments: readonly Pick<PaymentRow, 'amountMinor'>[]): number {
  return payments.reduce((sum, payment) => sum + payment.amountMinor, 0);
}

/** Step: money received for an order. */
export async function payOrder(tx: Tx, ctx: Ctx, before: FullOrder, input: PaymentInput): Promise<FullOrder> {
  const payment = await insertPayment(tx, {
    orderId: before.order.id,
    paidDay: input.day,
    amountMinor: input.amount,
    method: input.method,
    note: input.note ?? '',
    externalKey: input.external_key ?? null,
    createdAt: ctx.now().getTime(),
    createdBy: actingUser(ctx),
    deletedAt: null,
  });
  return storePayments(tx, ctx, before, [...before.payments, payment], 'payment.add');
}

/** Step: an order with these payments; what is paid is always their sum. */
export function storePayments(tx: Tx, ctx: Ctx, before: FullOrder, payments: PaymentRow[], kind: string): Promise<FullOrder> {
  return storeOrder(tx, ctx, before, { ...before, payments, order: { ...before.order, paidMinor: paidTotal(payments) } }, kind);
}
