import type { FilterParams, SearchParams } from '@/lib/entry/filter-params';

/** The records ticked in a list; none when all that were found are meant. */
export function selectedIds(given: SearchParams): number[] | undefined {
  if (given.all === '1') return undefined;
  const texts = [given.ids ?? []].flat().flatMap((text) => text.split(','));
  return [...new Set(texts.filter((text) => /^[1-9]\d{0,14}$/.test(text)).map(Number))];
}

/** The parameters that carry a selection to the form and back. */
export function selectionParams(ids: readonly number[] | undefined, filter: FilterParams): FilterParams {
  return ids ? { ids: ids.join(',') } : { ...filter, all: '1' };
}
