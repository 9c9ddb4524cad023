import { findProduct } from '@/db/queries/products';
import { type Ctx, unit } from '../context';
import { DomainError } from '../errors';
import { recordChange } from '../journal/record-change';
import { may } from '../permissions';
import { moveProduct } from './write-product';

/** Takes a product out of the bin. Throws `not_found` when it is not there. */
export async function restoreProduct(ctx: Ctx, id: number): Promise<{ id: number }> {
  may(ctx, 'product.write');
  return unit(ctx, async (tx) => {
    const before = await findProduct(tx, id);
    if (!before || before.deletedAt === null) throw new DomainError('not_found');
    await recordChange(tx, ctx, 'product.restore', [await moveProduct(tx, ctx, before, 'restore')]);
    return { id };
  });
}
