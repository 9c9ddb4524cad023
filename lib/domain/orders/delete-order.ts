import { type Ctx, unit } from '../context';
import { recordChange } from '../journal/record-change';
import { may } from '../permissions';
import { refuseStale } from '../stale';
import { loadOrder } from './load-order';
import { moveOrder } from './write-order';

export interface DeleteOrder {
  id: number;
  expectedVersion?: number;
}

/** Puts an order into the bin. Throws `not_found`, `stale_version`. */
export async function deleteOrder(ctx: Ctx, { id, expectedVersion }: DeleteOrder): Promise<{ id: number }> {
  may(ctx, 'order.write');
  return unit(ctx, async (tx) => {
    const before = await loadOrder(tx, id);
    refuseStale(before.order, expectedVersion);
    await recordChange(tx, ctx, 'order.delete', [await moveOrder(tx, ctx, before, 'delete')]);
    return { id };
  });
}
