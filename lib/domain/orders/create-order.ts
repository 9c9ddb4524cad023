import type { FullOrder } from '@/db/queries/orders';
import { type Ctx, unit } from '../context';
import { may } from '../permissions';
import type { OrderInput } from './schema';
import { addOrder } from './write-order';

/** Adds an order with its lines. Throws `validation` for an unknown client or amounts out of range. */
export async function createOrder(ctx: Ctx, input: OrderInput): Promise<FullOrder> {
  may(ctx, 'order.write');
  return unit(ctx, (tx) => addOrder(tx, ctx, input, 'order.create'));
}
