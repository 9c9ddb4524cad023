import type { FilterParams as ListParams, SearchParams } from '@/lib/entry/filter-params';

/** Rows on a page of a list. */
export const pageSize = 50;

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

export interface Sorting<S extends string> {
  sort: S;
  descending: boolean;
}

/** `-created_at` as a sorting; anything unknown is the list's own. */
export function sortingOf<S extends string>(text: string | undefined, known: readonly S[], own: Sorting<S>): Sorting<S> {
  const name = text?.replace(/^-/, '');
  const sort = known.find((key) => key === name);
  return sort ? { sort, descending: text?.startsWith('-') ?? false } : own;
}
