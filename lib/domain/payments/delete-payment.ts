import { type FullOrder, markPaymentDeleted } from '@/db/queries/orders';
import { type Ctx, unit } from '../context';
import { DomainError } from '../errors';
import { loadOrder } from '../orders/load-order';
import { may } from '../permissions';
import { refuseStale } from '../stale';
import { storePayments } from './store-payments';

export interface DeletePayment {
  orderId: number;
  paymentId: number;
  expectedVersion?: number;
}

/** Takes a payment back; it stays in the history. Throws `not_found`, `stale_version`. */
export async function deletePayment(ctx: Ctx, { orderId, paymentId, expectedVersion }: DeletePayment): Promise<FullOrder> {
  may(ctx, 'order.write');
  return unit(ctx, async (tx) => {
    const before = await loadOrder(tx, orderId);
    refuseStale(before.order, expectedVersion);
    const rest = before.payments.filter((payment) => payment.id !== paymentId);
    if (rest.length === before.payments.length) throw new DomainError('not_found');
    await markPaymentDeleted(tx, paymentId, ctx.now().getTime());
    return storePayments(tx, ctx, before, rest, 'payment.delete');
  });
}
