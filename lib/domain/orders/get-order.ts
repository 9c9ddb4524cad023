import { type FullOrder, findOrder } from '@/db/queries/orders';
import type { Ctx } from '../context';
import { DomainError } from '../errors';
import { may } from '../permissions';
import { loadOrder } from './load-order';

/** A live order with its lines and payments, or `not_found`. */
export async function getOrder(ctx: Ctx, id: number): Promise<FullOrder> {
  may(ctx, 'order.read');
  return ctx.db.read((tx) => loadOrder(tx, id));
}

/** The same, also from the bin (`order.deletedAt` says so). */
export async function getOrderCard(ctx: Ctx, id: number): Promise<FullOrder> {
  may(ctx, 'order.read');
  return ctx.db.read(async (tx) => {
    const found = await findOrder(tx, id);
    if (!found) throw new DomainError('not_found');
    return found;
  });
}
