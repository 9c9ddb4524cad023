import type { ProductRow } from '@/db/queries/products';
import { type Ctx, unit } from '../context';
import { may } from '../permissions';
import { refuseStale } from '../stale';
import { loadProduct } from './load-product';
import type { ProductInput } from './schema';
import { applyProductInput, saveProduct } from './write-product';

export interface EditProduct {
  id: number;
  input: ProductInput;
  expectedVersion?: number;
}

/** Changes a product; fields left out stay, and so do the orders it stands in. Throws `not_found`, `stale_version`, `validation`. */
export async function editProduct(ctx: Ctx, { id, input, expectedVersion }: EditProduct): Promise<ProductRow> {
  may(ctx, 'product.write');
  return unit(ctx, async (tx) => {
    const before = await loadProduct(tx, id);
    refuseStale(before, expectedVersion);
    return saveProduct(tx, ctx, before, applyProductInput(before, input), 'product.edit');
  });
}
