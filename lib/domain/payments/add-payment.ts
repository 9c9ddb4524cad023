import { insertPayment, type FullOrder } from '@/db/queries/orders';
import { actingUser, unit, type Ctx } from '../context';
import { loadOrder } from '../orders/load-order';
import { may } from '../permissions';
import { refuseStale } from '../stale';
import type { PaymentInput } from './schema';
import { storePayments } from './store-payments';

export interface AddPayment {
  orderId: number;
  input: PaymentInput;
  expectedVersion?: number;
}

/** Notes money received for an order. Throws `not_found`, `stale_version`. */
export function addPayment(ctx: Ctx, { orderId, input, expectedVersion }: AddPayment): Promise<FullOrder> {
  may(ctx, 'order.write');
  return unit(ctx, async (tx) => {
    const before = await loadOrder(tx, orderId);
    refuseStale(before.order, expectedVersion);
    const payment = await insertPayment(tx, {
      orderId,
      paidDay: input.day,
      amountMinor: input.amount,
      method: input.method,
      note: input.note ?? '',
      createdAt: ctx.now().getTime(),
      createdBy: actingUser(ctx),
      deletedAt: null,
    });
    return storePayments(tx, ctx, before, [...before.payments, payment], 'payment.add');
  });
}
