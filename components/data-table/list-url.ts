import type { z } from 'zod';
import type { PageOf, SortedBy } from '@/lib/domain/list-page';
import { type FilterParams as ListParams, readFilter, type SearchParams } from '@/lib/entry/filter-params';

/** Rows on a page of a list that nobody has set up otherwise. */
export const pageSize = 50;

/** Columns that a list is sorted by at once, at most. */
const maxSorts = 4;

/** The single texts of an address; a repeated one counts by its first. */
export function singleParams(params: SearchParams): ListParams {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]));
}

/** An address with parameters, empty ones left out. */
export function hrefWith(path: string, params: ListParams): string {
  const set = Object.entries(params).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '');
  const query = new URLSearchParams(set).toString();
  return query ? `${path}?${query}` : path;
}

/** `status,-created_at` as a sorting; unknown names are left out, and without any it is the list's own. */
export function sortingOf<S extends string>(text: string | undefined, known: readonly S[], own: SortedBy<S>): SortedBy<S> {
  const asked = (text ?? '').split(',').flatMap((part) => {
    const sort = known.find((key) => key === part.replace(/^-/, ''));
    return sort ? [{ sort, descending: part.startsWith('-') }] : [];
  });
  const distinct = asked.filter(({ sort }, at) => asked.findIndex((other) => other.sort === sort) === at);
  const [first, ...further] = distinct.slice(0, maxSorts);
  return first ? { ...first, ...(further.length > 0 ? { further } : {}) } : own;
}

/** What the addresses of a list are made of. */
export interface ListSpec<Fields extends Record<string, z.ZodType>, S extends string> {
  path: string;
  fields: Fields;
  sorts: readonly S[];
  /** The sorting without a word in the address. */
  own: SortedBy<S>;
}

export interface ListUrl<F, S extends string> {
  path: string;
  /** Filter, sorting and view as they stand in the address, bad ones left out; without the place. */
  params: ListParams;
  filter: F;
  page: PageOf<S>;
}

type FilterOf<Fields extends Record<string, z.ZodType>> = { [K in keyof Fields]?: z.output<Fields[K]> };

/** A list's address: filter, sorting and place. What makes no sense is left out. */
export function readListUrl<Fields extends Record<string, z.ZodType>, S extends string>(
  { path, fields, sorts, own }: ListSpec<Fields, S>,
  given: SearchParams,
  size = pageSize,
): ListUrl<FilterOf<Fields>, S> {
  const { filter, params } = readFilter(fields, given);
  const { sort: sortText, after, before, view } = singleParams(given);
  const sorting = sortingOf(sortText, sorts, own);
  const sort = sorting === own ? undefined : sortText;
  const known = view === 'all' || /^[1-9]\d{0,14}$/.test(view ?? '') ? view : undefined;
  return { path, params: { ...params, sort, view: known }, filter, page: { ...sorting, after, before, limit: size } };
}

type Addressed = Pick<ListUrl<unknown, string>, 'path' | 'params'>;

/** The same list with something changed; from its beginning unless a place is named. */
export function listHref({ path, params }: Addressed, changed: ListParams): string {
  return hrefWith(path, { ...params, ...changed });
}

/** Filter and sorting as they stand in the address behind `?`, in one spelling. */
export function queryOf({ params }: Pick<Addressed, 'params'>): string {
  return hrefWith('', { ...params, view: undefined }).slice(1);
}

/** Filter and sorting of what is shown: what was meant stands in place of what was typed. */
export function meantParams({ params }: Pick<Addressed, 'params'>, shownFor: string | undefined): ListParams {
  return shownFor ? { ...params, q: shownFor } : params;
}

/** What a list has found, as the parameters of its filter alone; what was meant stands in place of what was typed. */
export function foundQuery(list: Pick<Addressed, 'params'>, shownFor: string | undefined): string {
  return hrefWith('', { ...meantParams(list, shownFor), sort: undefined, view: undefined }).slice(1);
}

/** Whether anything but sorting and view is set. */
export function isFiltered({ params: { sort: _sort, view: _view, ...filter } }: Pick<Addressed, 'params'>): boolean {
  return Object.values(filter).some((value) => value !== undefined);
}
