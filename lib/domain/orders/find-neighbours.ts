import { countOrdersBefore, findListedOrder, listOrderRows, orderKeys } from '@/db/queries/order-lists';
import type { Ctx } from '../context';
import { type SortedBy, sortingText } from '../list-page';
import { type Neighbours, neighboursAt } from '../neighbours';
import { may } from '../permissions';
import { countAndSum, maxCounted } from './count-orders';
import { findOrders } from './find-orders';
import type { OrderFilter } from './order-filter';
import type { OrderListSort } from './schema';

/**
 * The orders before and after one in a list, and where it stands there. An order that has left the list since, because its
 * status was changed on the card, still has its neighbours. Undefined when there is no such order.
 */
export async function findOrderNeighbours(
  ctx: Ctx,
  filter: OrderFilter,
  { sort, descending, further, size }: SortedBy<OrderListSort> & { size: number },
  id: number,
): Promise<Neighbours | undefined> {
  may(ctx, 'order.read');
  return ctx.db.read(async (tx) => {
    const row = await findListedOrder(tx, id);
    if (!row) return undefined;
    const query = { ...(await findOrders(tx, ctx, filter)), sort, descending, further };
    const keysOf = (other: typeof row) => orderKeys({ sort, descending, further, deleted: filter.deleted }, other);
    const keys = keysOf(row);
    const before = await countOrdersBefore(tx, { ...query, before: keys, limit: maxCounted + 1 });
    return neighboursAt({
      keys,
      sorting: sortingText({ sort, descending, further }),
      size,
      read: (what) => listOrderRows(tx, { ...query, ...what }),
      keysOf,
      idOf: ({ order }) => order.id,
      before: before > maxCounted ? undefined : before,
      total: (await countAndSum(tx, query)).count,
    });
  });
}
