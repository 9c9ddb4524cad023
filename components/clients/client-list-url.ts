import { hrefWith, pageSize, sortingOf } from '@/components/data-table/list-url';
import { type ClientFilter, clientFilterFields } from '@/lib/domain/clients/client-filter';
import { type ClientSort, clientSorts } from '@/lib/domain/clients/schema';
import type { PageOf } from '@/lib/domain/list-page';
import { type FilterParams, readFilter, type SearchParams } from '@/lib/entry/filter-params';

export interface ClientListUrl {
  params: FilterParams;
  filter: ClientFilter;
  page: PageOf<ClientSort>;
}

const own = { sort: 'name', descending: false } as const;

function single(given: string | string[] | undefined): string | undefined {
  return [given].flat()[0];
}

/** The clients list's address: filter, sorting and place. */
export function readClientListUrl(given: SearchParams): ClientListUrl {
  const { filter, params } = readFilter(clientFilterFields, given);
  const sorting = sortingOf(single(given.sort), clientSorts, own);
  const sort = sorting === own ? undefined : single(given.sort);
  const place = { after: single(given.after), before: single(given.before) };
  return { params: { ...params, sort }, filter, page: { ...sorting, ...place, limit: pageSize } };
}

export function clientListHref({ params }: Pick<ClientListUrl, 'params'>, changed: FilterParams): string {
  return hrefWith('/clients', { ...params, ...changed });
}

/** Whether anything but the sorting is set. */
export function isFiltered({ params: { sort: _, ...filter } }: Pick<ClientListUrl, 'params'>): boolean {
  return Object.values(filter).some((value) => value !== undefined);
}
