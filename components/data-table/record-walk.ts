import type { Neighbours } from '@/lib/domain/neighbours';
import { hrefWith, type ListUrl } from './list-url';
import { recordHref } from './record-href';

/** The way through a list from one of its cards. */
export interface Walk {
  previous: string | undefined;
  next: string | undefined;
  /** The list at the page that holds the record, at its row. */
  back: string;
  position: number | undefined;
  total: number | undefined;
}

/** Neighbours as addresses. */
export function walkOf(url: ListUrl<unknown, string>, id: number, found: Neighbours | undefined): Walk | undefined {
  if (!found) return undefined;
  const { previous, next, page, position, total } = found;
  const whole = url.params.view === undefined && Object.values(url.params).every((value) => value === undefined);
  return {
    previous: previous === undefined ? undefined : recordHref(url, previous),
    next: next === undefined ? undefined : recordHref(url, next),
    // The bare address would open the reader's default view instead.
    back: `${hrefWith(url.path, { ...url.params, view: whole ? 'all' : url.params.view, after: page })}#row-${id}`,
    position,
    total,
  };
}
