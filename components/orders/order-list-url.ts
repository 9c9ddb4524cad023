import { hrefWith, pageSize, sortingOf } from '@/components/data-table/list-url';
import type { PageOf } from '@/lib/domain/list-page';
import { type OrderFilter, orderFilterFields } from '@/lib/domain/orders/order-filter';
import { type OrderSort, orderSorts } from '@/lib/domain/orders/schema';
import { type FilterParams, readFilter, type SearchParams } from '@/lib/entry/filter-params';

export interface OrderListUrl {
  /** Filter and sorting as they stand in the address, bad ones left out; without the place. */
  params: FilterParams;
  filter: OrderFilter;
  page: PageOf<OrderSort>;
}

const own = { sort: 'created_at', descending: true } as const;

function single(given: string | string[] | undefined): string | undefined {
  return [given].flat()[0];
}

/** The orders list's address: filter, sorting and place. What makes no sense is left out. */
export function readOrderListUrl(given: SearchParams): OrderListUrl {
  const { filter, params } = readFilter(orderFilterFields, given);
  const sorting = sortingOf(single(given.sort), orderSorts, own);
  const sort = sorting === own ? undefined : single(given.sort);
  const place = { after: single(given.after), before: single(given.before) };
  return { params: { ...params, sort }, filter, page: { ...sorting, ...place, limit: pageSize } };
}

/** The same list with something changed; from its beginning unless a place is named. */
export function orderListHref({ params }: Pick<OrderListUrl, 'params'>, changed: FilterParams): string {
  return hrefWith('/orders', { ...params, ...changed });
}

/** Whether anything but the sorting is set. */
export function isFiltered({ params: { sort: _, ...filter } }: Pick<OrderListUrl, 'params'>): boolean {
  return Object.values(filter).some((value) => value !== undefined);
}
