import { type FullOrder, findOrder } from '@/db/queries/orders';
import { readSettings, type SettingsRow } from '@/db/queries/settings';
import type { Ctx } from '../context';
import { fieldError } from '../errors';
import { may } from '../permissions';
import { maxPrinted } from './schema';

export interface PrintedOrders {
  /** In the order they were asked for, also those in the bin. */
  orders: FullOrder[];
  /** Numbers that no order has. */
  missing: number[];
  settings: SettingsRow;
}

/** Orders to print with whose they are, from one view of the data. Throws `validation` for more than a hundred. */
export async function getPrintedOrders(ctx: Ctx, ids: readonly number[]): Promise<PrintedOrders> {
  may(ctx, 'order.read');
  if (ids.length > maxPrinted) throw fieldError('ids', 'print_many');
  return ctx.db.read(async (tx) => {
    const orders: FullOrder[] = [];
    const missing: number[] = [];
    for (const id of ids) {
      const found = await findOrder(tx, id);
      if (found) orders.push(found);
      else missing.push(id);
    }
    return { orders, missing, settings: await readSettings(tx) };
  });
}
