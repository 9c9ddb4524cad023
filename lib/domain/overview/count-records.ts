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
