import { hrefWith, singleParams } from '@/components/data-table/list-url';
import { addDays, calendarPeriod, type DayRange, isDay } from '@/lib/domain/period';
import { laterPlace } from '@/lib/domain/reports/schema';
import type { SearchParams } from '@/lib/entry/filter-params';

/** Where it is told why the figures of a period changed. */
export function laterChangesHref({ from, to }: DayRange): string {
  return hrefWith('/reports/changes', { from, to });
}

/** The address of the page: the month before today's unless it names days; what makes no sense is left out. */
export function readLaterUrl(search: SearchParams, today: string) {
  const { from = '', to = '', who, after } = singleParams(search);
  const lastMonth = calendarPeriod('month', addDays(`${today.slice(0, 7)}-01`, -1));
  const range = isDay(from) && isDay(to) && from <= to ? { from, to } : lastMonth;
  return { range, who: who || undefined, after: laterPlace(after) };
}
