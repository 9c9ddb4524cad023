import { type CommentRow, markCommentDeleted } from '@/db/queries/order-parts';
import type { FullOrder } from '@/db/queries/orders';
import { type Ctx, unit } from '../context';
import { DomainError } from '../errors';
import { loadOrder } from '../orders/load-order';
import { storeOrder } from '../orders/write-order';
import { can, may } from '../permissions';

export interface DeleteComment {
  orderId: number;
  commentId: number;
}

/** Whether an actor may take a comment away: his own, or anybody's as an administrator. */
export function mayDeleteComment(ctx: Pick<Ctx, 'actor'>, { createdBy }: Pick<CommentRow, 'createdBy'>): boolean {
  const own = ctx.actor.type === 'user' && ctx.actor.id === createdBy;
  return can(ctx, 'comment.moderate') || (own && can(ctx, 'order.write'));
}

/** Takes a comment away; it stays in the history. Throws `not_found`, `forbidden`. */
export async function deleteComment(ctx: Ctx, { orderId, commentId }: DeleteComment): Promise<FullOrder> {
  may(ctx, 'order.write');
  return unit(ctx, async (tx) => {
    const before = await loadOrder(tx, orderId);
    const comment = before.comments.find(({ id }) => id === commentId);
    if (!comment) throw new DomainError('not_found');
    if (!mayDeleteComment(ctx, comment)) throw new DomainError('forbidden');
    await markCommentDeleted(tx, commentId, ctx.now().getTime());
    const comments = before.comments.filter(({ id }) => id !== commentId);
    return storeOrder(tx, ctx, before, { ...before, comments }, 'order.comment_delete');
  });
}
