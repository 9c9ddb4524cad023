import type { ProductRow } from '@/db/queries/products';
import { type Ctx, unit } from '../context';
import { may } from '../permissions';
import type { ProductInput } from './schema';
import { addProduct } from './write-product';

/** Adds a product to the catalogue. Throws `validation` for a name that belongs to another product, with its id. */
export async function createProduct(ctx: Ctx, input: ProductInput & { name: string }): Promise<ProductRow> {
  may(ctx, 'product.write');
  return unit(ctx, (tx) => addProduct(tx, ctx, input, 'product.create'));
}
