import { readClientListUrl } from '@/components/clients/client-list-url';
import { readOrderListUrl } from '@/components/orders/order-list-url';
import { readProductListUrl } from '@/components/products/product-list-url';
import { countClients } from '@/lib/domain/clients/count-clients';
import type { Ctx } from '@/lib/domain/context';
import { countOrders } from '@/lib/domain/orders/count-orders';
import { countProducts } from '@/lib/domain/products/count-products';
import type { SavedView, ViewList } from '@/lib/domain/views/schema';

/** Counted at most: a count beside a name need not be exact beyond. */
export const maxViewCount = 999;

type Given = Record<string, string>;

const counters: Record<ViewList, (ctx: Ctx, given: Given, most: number) => Promise<number | undefined>> = {
  orders: async (ctx, given, most) => {
    const count = await countOrders(ctx, readOrderListUrl(given).filter, most);
    return count === undefined || count > most ? undefined : count;
  },
  clients: (ctx, given, most) => countClients(ctx, readClientListUrl(given).filter, most),
  products: (ctx, given, most) => countProducts(ctx, readProductListUrl(given).filter, most),
  // A report has figures, not a number of records.
  reports: async () => undefined,
};

/** How many records a view shows now; undefined when they are more than `maxViewCount`, or it is a report. */
export async function countView(ctx: Ctx, { list, query }: Pick<SavedView, 'list' | 'query'>): Promise<number | undefined> {
  return counters[list](ctx, Object.fromEntries(new URLSearchParams(query)), maxViewCount);
}
