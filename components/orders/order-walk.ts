import { listWithin } from '@/components/data-table/record-href';
import { type Walk, walkOf } from '@/components/data-table/record-walk';
import type { Ctx } from '@/lib/domain/context';
import { findOrderNeighbours } from '@/lib/domain/orders/find-neighbours';
import { getLayout } from '@/lib/domain/preferences/get-layout';
import { readOrderListUrl } from './order-list-url';

/** The way through the list that an order's card was opened from (`?in=`); undefined when it was opened otherwise. */
export async function walkOrders(ctx: Ctx, id: number, within: string | string[] | undefined): Promise<Walk | undefined> {
  const list = listWithin([within].flat()[0]);
  if (!list) return undefined;
  const { rows } = await getLayout(ctx, 'orders');
  const url = readOrderListUrl(list, rows);
  return walkOf(url, id, await findOrderNeighbours(ctx, url.filter, { ...url.page, size: rows }, id));
}
