import type { Tx } from '@/db/engines/engine';
import { type FullOrder, insertPayment, type PaymentRow } from '@/db/queries/orders';
import { actingUser, type Ctx } from '../context';
import { recordChange } from '../journal/record-change';
import { changeOrder, storeOrder } from '../orders/write-order';
import type { PaymentInput } from './schema';

/** Kopecks paid for an order: the sum of its payments. */
export function paidTotal(payments: readonly Pick<PaymentRow, 'amountMinor'>[]): number {
  return payments.reduce((sum, payment) => sum + payment.amountMinor, 0);
}

/** Step: money received for an order, and the change to record. */
export async function makePayment(tx: Tx, ctx: Ctx, before: FullOrder, input: PaymentInput) {
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
  return changeOrder(tx, ctx, before, withPayments(before, [...before.payments, payment]));
}

/** Step: the same with its journal entry. */
export async function payOrder(tx: Tx, ctx: Ctx, before: FullOrder, input: PaymentInput): Promise<FullOrder> {
  const { order, change } = await makePayment(tx, ctx, before, input);
  if (change) await recordChange(tx, ctx, 'payment.add', [change]);
  return order;
}

/** An order with these payments; what is paid is always their sum. */
export function withPayments(before: FullOrder, payments: PaymentRow[]): FullOrder {
  return { ...before, payments, order: { ...before.order, paidMinor: paidTotal(payments) } };
}

/** Step: an order with these payments and no others, with its journal entry. */
export function storePayments(tx: Tx, ctx: Ctx, before: FullOrder, payments: PaymentRow[], kind: string): Promise<FullOrder> {
  return storeOrder(tx, ctx, before, withPayments(before, payments), kind);
}
