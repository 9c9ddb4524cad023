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
import { clientSorts, type ListClients } from '@/lib/domain/clients/schema';

export interface ClientListUrl {
  params: ListParams;
  page: number;
  query: ListClients;
}

/** The clients list's address: search, sorting and page. */
export function readClientListUrl(search: SearchParams): ClientListUrl {
  const given = singleParams(search);
  const q = given.q?.trim().slice(0, 200) || undefined;
  const page = pageOf(given.page);
  const sorting = sortingOf(given.sort, clientSorts, { sort: 'name', descending: false });
  const [from, to] = [dayIn(given.from), dayIn(given.to)];
  const query = { search: q, from, to, ...sorting, offset: (page - 1) * pageSize, limit: pageSize };
  return { params: { q, from, to, sort: given.sort }, page, query };
}

export function clientListHref({ params }: Pick<ClientListUrl, 'params'>, changed: ListParams): string {
  return hrefWith('/clients', { ...params, page: undefined, ...changed });
}
