import { countClients } from '@/db/queries/clients';
import { sumOrders } from '@/db/queries/order-lists';
import type { Ctx } from '../context';
import { may } from '../permissions';

/** How many live clients and orders there are. */
export async function countRecords(ctx: Ctx): Promise<{ clients: number; orders: number }> {
  may(ctx, 'order.read');
  return ctx.db.read(async (tx) => ({
    clients: await countClients(tx, { words: [] }),
    orders: (await sumOrders(tx, { words: [] })).count,
  }));
}
