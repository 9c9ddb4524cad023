import { countOrderLines } from '@/db/queries/order-lists';
import type { Ctx } from '../context';
import { may } from '../permissions';
import { maxCounted } from './count-orders';
import { findOrders } from './find-orders';
import type { OrderFilter } from './order-filter';

/** How many lines these orders have, which are known to be no more than are counted. */
export async function countLines(ctx: Ctx, filter: OrderFilter): Promise<number> {
  may(ctx, 'order.read');
  return ctx.db.read(async (tx) => countOrderLines(tx, await findOrders(tx, ctx, filter), maxCounted));
}
