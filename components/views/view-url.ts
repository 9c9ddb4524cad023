import { clientListHref, readClientListUrl } from '@/components/clients/client-list-url';
import { hrefWith, type ListUrl, queryOf, singleParams } from '@/components/data-table/list-url';
import { orderListHref, readOrderListUrl } from '@/components/orders/order-list-url';
import type { ListName } from '@/lib/domain/preferences/schema';
import type { SavedView } from '@/lib/domain/views/schema';

function paramsOf(query: string) {
  return Object.fromEntries(new URLSearchParams(query));
}

/** A query of a list in the one spelling in which addresses are compared. */
export function sameSpelling(list: ListName, query: string): string {
  const given = paramsOf(query);
  return queryOf(list === 'orders' ? readOrderListUrl(given) : readClientListUrl(given));
}

/** Where a view is opened: its own filter in full, so that the address alone shows the same rows to everybody. */
export function viewHref({ list, query, id }: Pick<SavedView, 'list' | 'query' | 'id'>): string {
  const given = { ...paramsOf(query), view: String(id) };
  return list === 'orders' ? orderListHref(readOrderListUrl(given), {}) : clientListHref(readClientListUrl(given), {});
}

/** The list as it is shown, to come back to. */
export function hereOf({ path, params, page }: ListUrl<unknown, string>): string {
  return hrefWith(path, { ...params, after: page.after, before: page.before });
}

/** A list asked for by its bare address, which opens the reader's default view if he has one. */
export function isBare(given: Record<string, string | string[] | undefined>): boolean {
  return Object.values(singleParams(given)).every((value) => value === undefined);
}
