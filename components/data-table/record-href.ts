import type { FilterParams, SearchParams } from '@/lib/entry/filter-params';
import { hrefWith, type ListUrl } from './list-url';

/** How a card is told that its list is the whole one. */
const whole = 'all';

/** The card of a row; it knows the list it was opened from, so that it can lead on to the next one and back. */
export function recordHref({ path, params }: Pick<ListUrl<unknown, string>, 'path' | 'params'>, id: number, shownFor?: string): string {
  const list = hrefWith('', { ...params, ...(shownFor ? { q: shownFor } : {}) }).slice(1);
  return hrefWith(`${path}/${id}`, { in: list || whole });
}

/** The list that a card's address names, as the parameters of its address; undefined when it names none. */
export function listWithin(text: string | undefined): SearchParams | undefined {
  if (!text || text.length > 4000) return undefined;
  const params: FilterParams = text === whole ? {} : Object.fromEntries(new URLSearchParams(text));
  return params;
}
