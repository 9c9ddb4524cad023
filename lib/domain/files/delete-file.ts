import { markFileDeleted } from '@/db/queries/order-parts';
import type { FullOrder } from '@/db/queries/orders';
import { type Ctx, unit } from '../context';
import { DomainError } from '../errors';
import { loadOrder } from '../orders/load-order';
import { storeOrder } from '../orders/write-order';
import { may } from '../permissions';

export interface DeleteFile {
  orderId: number;
  fileId: number;
}

/** Takes a file off an order; its content stays, so that this can be undone. Throws `not_found`. */
export async function deleteFile(ctx: Ctx, { orderId, fileId }: DeleteFile): Promise<FullOrder> {
  may(ctx, 'order.write');
  return unit(ctx, async (tx) => {
    const before = await loadOrder(tx, orderId);
    const files = before.files.filter(({ id }) => id !== fileId);
    if (files.length === before.files.length) throw new DomainError('not_found');
    await markFileDeleted(tx, fileId, ctx.now().getTime());
    return storeOrder(tx, ctx, before, { ...before, files }, 'order.file_delete');
  });
}
