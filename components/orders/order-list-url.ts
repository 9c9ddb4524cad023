import {
  dayIn,
  hrefWith,
  type ListParams,
  pageOf,
  pageSize,
  type SearchParams,
  singleParams,
  sortingOf,
} from '@/components/data-table/list-url';
import { type ListOrders, orderSorts, orderStatuses } from '@/lib/domain/orders/schema';

export interface OrderListUrl {
  /** As they stand in the address, bad ones left out. */
  params: ListParams;
  page: number;
  query: ListOrders;
}

const own = { sort: 'created_at', descending: true } as const;

/** The orders list's address: filter, sorting and page. What makes no sense is left out. */
export function readOrderListUrl(search: SearchParams): OrderListUrl {
  const given = singleParams(search);
  const status = orderStatuses.find((name) => name === given.status);
  const clientId = /^[1-9]\d{0,14}$/.test(given.client ?? '') ? Number(given.client) : undefined;
  const unpaid = given.unpaid === '1';
  const sorting = sortingOf(given.sort, orderSorts, own);
  const page = pageOf(given.page);
  const [from, to, q] = [dayIn(given.from), dayIn(given.to), given.q?.trim().slice(0, 200) || undefined];
  return {
    params: { q, status, from, to, client: clientId?.toString(), unpaid: unpaid ? '1' : undefined, sort: given.sort },
    page,
    query: { search: q, status, from, to, clientId, unpaid, ...sorting, offset: (page - 1) * pageSize, limit: pageSize },
  };
}

/** The same list with something changed; from its first page unless a page is named. */
export function orderListHref({ params }: Pick<OrderListUrl, 'params'>, changed: ListParams): string {
  return hrefWith('/orders', { ...params, page: undefined, ...changed });
}

/** Whether anything but the sorting is set. */
export function isFiltered({ params: { sort: _, ...filter } }: Pick<OrderListUrl, 'params'>): boolean {
  return Object.values(filter).some((value) => value !== undefined);
}
