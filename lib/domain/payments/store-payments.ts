import type { Tx } from '@/db/engines/engine';
import type { FullOrder, PaymentRow } from '@/db/queries/orders';
import type { Ctx } from '../context';
import { storeOrder } from '../orders/write-order';

/** Kopecks paid for an order: the sum of its payments. */
export function paidTotal(payments: readonly Pick<PaymentRow, 'amountMinor'>[]): number {
  return payments.reduce((sum, payment) => sum + payment.amountMinor, 0);
}

/** Step: an order with these payments; what is paid is always their sum. */
export function storePayments(tx: Tx, ctx: Ctx, before: FullOrder, payments: PaymentRow[], kind: string): Promise<FullOrder> {
  return storeOrder(tx, ctx, before, { ...before, payments, order: { ...before.order, paidMinor: paidTotal(payments) } }, kind);
}
