import type { Tx } from '@/db/engines/engine';
import { type ProductRowFilter, salesSince } from '@/db/queries/product-lists';
import { readSettings } from '@/db/queries/settings';
import { searchWords } from '@/lib/search/normalise';
import type { Ctx } from '../context';
import { findByOrders } from '../orders/find-by-orders';
import { addDays, dayInZone } from '../period';
import type { ProductFilter } from './product-filter';

/** Days in which what a product sells is counted, today included. */
export const soldDays = 90;

/** Step: a filter as the queries take it, the last 90 days bound to today in the organisation's zone. */
export async function findProducts(tx: Tx, ctx: Pick<Ctx, 'now'>, filter: ProductFilter): Promise<ProductRowFilter> {
  const { timeZone } = await readSettings(tx);
  return {
    words: searchWords(filter.search ?? ''),
    withoutPrice: filter.without_price,
    unsold: filter.unsold,
    ...(await findByOrders(tx, ctx, filter, 'product')),
    deleted: filter.deleted,
    any: filter.match === 'any',
    since: await salesSince(tx, addDays(dayInZone(ctx.now(), timeZone), 1 - soldDays)),
  };
}
