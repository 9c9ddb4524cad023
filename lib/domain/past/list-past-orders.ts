import { ordersBefore } from '@/db/queries/past';
import { searchWords } from '@/lib/search/normalise';
import type { Ctx } from '../context';
import { may } from '../permissions';
import type { PastClient } from './past-clients';
import { ordersAsOf, type PastOrder } from './past-orders';
import type { ListPastOrders } from './schema';
import { findsAll, type PastPage, walkPast } from './walk';

/**
 * The orders that stood in the list at a moment (UTC epoch ms), newest first, as they were then. At most 5 000 are looked at
 * for one page.
 */
export async function listPastOrders(ctx: Ctx, query: ListPastOrders): Promise<PastPage<PastOrder>> {
  may(ctx, 'order.read');
  const { at, search = '', status, clientId, before, limit } = query;
  const words = searchWords(search);
  const clients = new Map<number, PastClient>();
  const fits = (order: PastOrder) =>
    order.existence === 'live' &&
    (status === undefined || order.status === status) &&
    (clientId === undefined || order.clientId === clientId) &&
    findsAll(words, order.text, clients.get(order.clientId)?.text ?? '');
  return walkPast(ctx, {
    before,
    limit,
    read: async (tx, after, size) => ordersAsOf(tx, await ordersBefore(tx, { at, before: after, limit: size }), at, clients),
    fits,
    idOf: (order) => order.id,
  });
}
