import { orderMoment, repeatsOf } from '@/db/queries/order-cards';
import type { OrderRow } from '@/db/queries/orders';
import type { Ctx } from '../context';
import { may } from '../permissions';

export interface LinkedOrder {
  id: number;
  /** UTC epoch ms. */
  createdAt: number;
  /** `YYYY-MM-DD`. */
  businessDay: string;
}

export interface OrderLinks {
  /** What this one was made like, also from the bin. */
  repeatOf: LinkedOrder | undefined;
  /** What was made like this one for the same client, latest first, at most ten. */
  repeats: LinkedOrder[];
}

/** The orders that one stands in a row with. */
export async function getOrderLinks(ctx: Ctx, order: Pick<OrderRow, 'id' | 'clientId' | 'repeatOf'>): Promise<OrderLinks> {
  may(ctx, 'order.read');
  const { id, clientId, repeatOf } = order;
  return ctx.db.read(async (tx) => ({
    repeatOf: repeatOf === null ? undefined : await orderMoment(tx, repeatOf),
    repeats: await repeatsOf(tx, { id, clientId, limit: 10 }),
  }));
}
