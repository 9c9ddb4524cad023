import { countProducts as countProductRows } from '@/db/queries/product-lists';
import type { Ctx } from '../context';
import { may } from '../permissions';
import { findProducts } from './find-products';
import type { ProductFilter } from './product-filter';

/** How many products a filter finds; undefined when more than `most`, which bounds the work. */
export async function countProducts(ctx: Ctx, filter: ProductFilter, most: number): Promise<number | undefined> {
  may(ctx, 'product.read');
  const count = await ctx.db.read(async (tx) => countProductRows(tx, await findProducts(tx, ctx, filter), most + 1));
  return count > most ? undefined : count;
}
