import { countClients } from '@/db/queries/client-lists';
import { sumDayTotals } from '@/db/queries/day-totals';
import type { Ctx } from '../context';
import { may } from '../permissions';

/** How many live clients and orders there are. */
export async function countRecords(ctx: Ctx): Promise<{ clients: number; orders: number }> {
  may(ctx, 'order.read');
  return ctx.db.read(async (tx) => ({
    clients: await countClients(tx, { words: [] }),
    orders: (await sumDayTotals(tx, {})).orders,
  }));
}

/** Live orders that wait to be done. */
export async function countWaiting(ctx: Ctx): Promise<number> {
  may(ctx, 'order.read');
  return ctx.db.read(async (tx) => (await sumDayTotals(tx, { statuses: ['Pending'] })).orders);
}
