import type { FullOrder } from '@/db/queries/orders';
import { type Ctx, unit } from '../context';
import { loadOrder } from '../orders/load-order';
import { may } from '../permissions';
import { refuseStale } from '../stale';
import type { PaymentInput } from './schema';
import { payOrder } from './store-payments';

export interface AddPayment {
  orderId: number;
  input: PaymentInput;
  expectedVersion?: number;
}

/** Notes money received for an order. Throws `not_found`, `stale_version`. */
export async function addPayment(ctx: Ctx, { orderId, input, expectedVersion }: AddPayment): Promise<FullOrder> {
  may(ctx, 'order.write');
  return unit(ctx, async (tx) => {
    const before = await loadOrder(tx, orderId);
    refuseStale(before.order, expectedVersion);
    return payOrder(tx, ctx, before, input);
  });
}
