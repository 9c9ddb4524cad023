import { findOrder } from '@/db/queries/orders';
import { type Ctx, unit } from '../context';
import { DomainError } from '../errors';
import { recordChange } from '../journal/record-change';
import { may } from '../permissions';
import { moveOrder } from './write-order';

/** Takes an order out of the bin. Throws `not_found` when it is not there, `client_deleted` when its client still is. */
export async function restoreOrder(ctx: Ctx, id: number): Promise<{ id: number }> {
  may(ctx, 'order.write');
  return unit(ctx, async (tx) => {
    const before = await findOrder(tx, id);
    if (!before || before.order.deletedAt === null) throw new DomainError('not_found');
    if (before.client.deletedAt !== null) throw new DomainError('client_deleted', { id: before.client.id });
    await recordChange(tx, ctx, 'order.restore', [await moveOrder(tx, ctx, before, 'restore')]);
    return { id };
  });
}
