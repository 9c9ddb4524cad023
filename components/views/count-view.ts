import { readClientListUrl } from '@/components/clients/client-list-url';
import { readOrderListUrl } from '@/components/orders/order-list-url';
import { countClients } from '@/lib/domain/clients/count-clients';
import type { Ctx } from '@/lib/domain/context';
import { countOrders } from '@/lib/domain/orders/count-orders';
import type { SavedView } from '@/lib/domain/views/schema';

/** Counted at most: a count beside a name need not be exact beyond. */
export const maxViewCount = 999;

/** How many records a view shows now; undefined when they are more than `maxViewCount`. */
export async function countView(ctx: Ctx, { list, query }: Pick<SavedView, 'list' | 'query'>): Promise<number | undefined> {
  const given = Object.fromEntries(new URLSearchParams(query));
  if (list === 'orders') {
    const count = await countOrders(ctx, readOrderListUrl(given).filter, maxViewCount);
    return count === undefined || count > maxViewCount ? undefined : count;
  }
  return countClients(ctx, readClientListUrl(given).filter, maxViewCount);
}
