import type { Tx } from '@/db/engines/engine';
import { sumDayTotals } from '@/db/queries/day-totals';
import type { OrderRowFilter } from '@/db/queries/order-filter';
import { sumOrders } from '@/db/queries/order-lists';
import type { Ctx } from '../context';
import { may } from '../permissions';
import { findOrders } from './find-orders';
import type { OrderFilter } from './order-filter';

/** More than this many are not counted one by one. */
export const maxCounted = 10_000;

export interface CountAndSum {
  /** All that match; undefined when they are more than are counted. */
  count: number | undefined;
  /** Kopecks over all that match; known when the count is. */
  totalMinor: number | undefined;
}

/** Whether the totals of days answer for a filter: nothing but days and statuses. */
function isOfDays({ words, statuses: _statuses, from: _from, to: _to, today: _today, ...others }: OrderRowFilter): boolean {
  return words.length === 0 && !Object.values(others).some(Boolean);
}

/** Step: the count and sum of a filter. */
export async function countAndSum(tx: Tx, filter: OrderRowFilter, most = maxCounted): Promise<CountAndSum> {
  if (isOfDays(filter)) {
    const { orders, totalMinor } = await sumDayTotals(tx, filter);
    return { count: orders, totalMinor };
  }
  const { count, totalMinor } = await sumOrders(tx, filter, most + 1);
  return count > most ? { count: undefined, totalMinor: undefined } : { count, totalMinor };
}

/** How many orders a filter finds; undefined when more than `most`, which bounds the work. */
export async function countOrders(ctx: Ctx, filter: OrderFilter, most = maxCounted): Promise<number | undefined> {
  may(ctx, 'order.read');
  return ctx.db.read(async (tx) => (await countAndSum(tx, await findOrders(tx, ctx, filter), most)).count);
}
