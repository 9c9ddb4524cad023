import { type ListUrl, listHref, readListUrl } from '@/components/data-table/list-url';
import { type OrderFilter, orderFilterFields } from '@/lib/domain/orders/order-filter';
import { type OrderListSort, orderListSorts } from '@/lib/domain/orders/schema';
import type { FilterParams, SearchParams } from '@/lib/entry/filter-params';

export type OrderListUrl = ListUrl<OrderFilter, OrderListSort>;

const orderList = {
  path: '/orders',
  fields: orderFilterFields,
  sorts: orderListSorts,
  own: { sort: 'created_at', descending: true },
} as const;

/** The orders list's address: filter, sorting and place; `size` rows a page. */
export function readOrderListUrl(given: SearchParams, size?: number): OrderListUrl {
  return readListUrl(orderList, given, size);
}

/** The same list with something changed; from its beginning unless a place is named. */
export function orderListHref({ params }: Pick<OrderListUrl, 'params'>, changed: FilterParams): string {
  return listHref({ path: orderList.path, params }, changed);
}
