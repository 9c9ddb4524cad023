import { insertComment } from '@/db/queries/order-parts';
import type { FullOrder } from '@/db/queries/orders';
import { actingUser, type Ctx, unit } from '../context';
import { loadOrder } from '../orders/load-order';
import { storeOrder } from '../orders/write-order';
import { may } from '../permissions';

export interface AddComment {
  orderId: number;
  text: string;
}

/** Says something about an order; what others have changed in it meanwhile does not matter. Throws `not_found`. */
export async function addComment(ctx: Ctx, { orderId, text }: AddComment): Promise<FullOrder> {
  may(ctx, 'order.write');
  return unit(ctx, async (tx) => {
    const before = await loadOrder(tx, orderId);
    const comment = await insertComment(tx, {
      orderId,
      text: text.trim(),
      createdAt: ctx.now().getTime(),
      createdBy: actingUser(ctx),
      deletedAt: null,
    });
    return storeOrder(tx, ctx, before, { ...before, comments: [...before.comments, comment] }, 'order.comment');
  });
}
