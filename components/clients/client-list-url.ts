import { type ListUrl, listHref, readListUrl } from '@/components/data-table/list-url';
import { type ClientFilter, clientFilterFields } from '@/lib/domain/clients/client-filter';
import { type ClientListSort, clientListSorts } from '@/lib/domain/clients/schema';
import type { FilterParams, SearchParams } from '@/lib/entry/filter-params';

export type ClientListUrl = ListUrl<ClientFilter, ClientListSort>;

const clientList = {
  path: '/clients',
  fields: clientFilterFields,
  sorts: clientListSorts,
  own: { sort: 'name', descending: false },
} as const;

/** The clients list's address: filter, sorting and place; `size` rows a page. */
export function readClientListUrl(given: SearchParams, size?: number): ClientListUrl {
  return readListUrl(clientList, given, size);
}

export function clientListHref({ params }: Pick<ClientListUrl, 'params'>, changed: FilterParams): string {
  return listHref({ path: clientList.path, params }, changed);
}
