import { insertFile } from '@/db/queries/order-parts';
import type { FullOrder } from '@/db/queries/orders';
import { actingUser, type Ctx, unit } from '../context';
import { loadOrder } from '../orders/load-order';
import { storeOrder } from '../orders/write-order';
import { may } from '../permissions';
import type { FileFacts } from './schema';

export interface AddFile {
  orderId: number;
  file: FileFacts;
}

/** Attaches a file, whose content is kept already, to an order; once, however often it is sent. Throws `not_found`. */
export async function addFile(ctx: Ctx, { orderId, file }: AddFile): Promise<FullOrder> {
  may(ctx, 'order.write');
  return unit(ctx, async (tx) => {
    const before = await loadOrder(tx, orderId);
    if (before.files.some(({ name, sha256 }) => name === file.name && sha256 === file.sha256)) return before;
    const row = await insertFile(tx, {
      orderId,
      ...file,
      createdAt: ctx.now().getTime(),
      createdBy: actingUser(ctx),
      deletedAt: null,
    });
    return storeOrder(tx, ctx, before, { ...before, files: [...before.files, row] }, 'order.file');
  });
}
