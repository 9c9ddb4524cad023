import { productsByIds } from '@/db/queries/products';
import type { Ctx } from '../context';
import { may } from '../permissions';

/** The names of these products by their ids, also from the bin; for chips and the history, which know the id alone. */
export async function nameProducts(ctx: Ctx, ids: readonly number[]): Promise<Map<number, string>> {
  may(ctx, 'product.read');
  const rows = await ctx.db.read((tx) => productsByIds(tx, [...new Set(ids)]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
