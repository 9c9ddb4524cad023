import type { Tx } from '@/db/engines/engine';
import type { OrderRowFilter } from '@/db/queries/order-filter';
import type { Ctx } from '../context';
import { classMembers } from '../reports/class-members';
import { type ByOrders, ordersMeant } from './by-orders';
import { findOrders } from './find-orders';

/** Step: the orders that clients or products are chosen by, and, where a class of them is asked for, who is in it. */
export async function findByOrders(
  tx: Tx,
  ctx: Pick<Ctx, 'now'>,
  filter: ByOrders,
  group: 'client' | 'product',
): Promise<{ orders?: OrderRowFilter; among?: number[] }> {
  const meant = ordersMeant(filter);
  if (!meant) return {};
  const orders = await findOrders(tx, ctx, meant);
  return filter.order_class ? { among: await classMembers(tx, orders, group, filter.order_class) } : { orders };
}
