import { type Ctx, unit } from '../context';
import { recordChange } from '../journal/record-change';
import { may } from '../permissions';
import { refuseStale } from '../stale';
import { loadProduct } from './load-product';
import { moveProduct } from './write-product';

export interface DeleteProduct {
  id: number;
  expectedVersion?: number;
}

/** Puts a product into the bin: it is not offered any more, its orders stay. Throws `not_found`, `stale_version`. */
export async function deleteProduct(ctx: Ctx, { id, expectedVersion }: DeleteProduct): Promise<{ id: number }> {
  may(ctx, 'product.write');
  return unit(ctx, async (tx) => {
    const before = await loadProduct(tx, id);
    refuseStale(before, expectedVersion);
    await recordChange(tx, ctx, 'product.delete', [await moveProduct(tx, ctx, before, 'delete')]);
    return { id };
  });
}
