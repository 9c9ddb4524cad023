import { readClientListUrl } from '@/components/clients/client-list-url';
import { hrefWith, type ListUrl, listHref, queryOf, singleParams } from '@/components/data-table/list-url';
import { readOrderListUrl } from '@/components/orders/order-list-url';
import { readProductListUrl } from '@/components/products/product-list-url';
import { readSavedReport } from '@/components/reports/report-url';
import type { SavedView, ViewList } from '@/lib/domain/views/schema';

const readers: Record<ViewList, (given: Record<string, string>) => Addressed> = {
  orders: readOrderListUrl,
  clients: readClientListUrl,
  products: readProductListUrl,
  reports: readSavedReport,
};

/** A list with its place, or a report, which has none. */
export type Addressed = Pick<ListUrl<unknown, string>, 'path' | 'params'> & { page?: ListUrl<unknown, string>['page'] };

function paramsOf(query: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(query));
}

/** A query of a list in the one spelling in which addresses are compared. */
export function sameSpelling(list: ViewList, query: string): string {
  return queryOf(readers[list](paramsOf(query)));
}

/** Where a view is opened: its own filter in full, so that the address alone shows the same rows to everybody. */
export function viewHref({ list, query, id }: Pick<SavedView, 'list' | 'query' | 'id'>): string {
  return listHref(readers[list]({ ...paramsOf(query), view: String(id) }), {});
}

/** The list as it is shown, to come back to. */
export function hereOf({ path, params, page }: Addressed): string {
  return hrefWith(path, { ...params, after: page?.after, before: page?.before });
}

/** A list asked for by its bare address, which opens the reader's default view if he has one. */
export function isBare(given: Record<string, string | string[] | undefined>): boolean {
  return Object.values(singleParams(given)).every((value) => value === undefined);
}
