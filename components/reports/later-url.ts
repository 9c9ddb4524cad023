import { hrefWith, singleParams } from '@/components/data-table/list-url';
import { addDays, calendarPeriod, type DayRange, isDay } from '@/lib/domain/period';
import type { LaterPlace } from '@/lib/domain/reports/later-changes';
import type { SearchParams } from '@/lib/entry/filter-params';

/** Where it is told why the figures of a period changed. */
export function laterChangesHref({ from, to }: DayRange): string {
  return hrefWith('/reports/changes', { from, to });
}

/** A place as it stands in addresses: `1793480400000-17`. */
export function placeText({ at, changeId }: LaterPlace): string {
  return `${at}-${changeId}`;
}

/** The address of the page: the month before today's unless it names days; what makes no sense is left out. */
export function readLaterUrl(search: SearchParams, today: string) {
  const { from = '', to = '', who, after } = singleParams(search);
  const lastMonth = calendarPeriod('month', addDays(`${today.slice(0, 7)}-01`, -1));
  const range = isDay(from) && isDay(to) && from <= to ? { from, to } : lastMonth;
  const [, at, changeId] = /^(\d{1,15})-(\d{1,15})$/.exec(after ?? '') ?? [];
  const place = at && changeId ? { at: Number(at), changeId: Number(changeId) } : undefined;
  return { range, who: who || undefined, after: place };
}
