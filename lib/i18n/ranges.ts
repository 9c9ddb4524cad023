import type { DayRange } from '@/lib/domain/period';
import { daySpan } from './compact';
import type { Format } from './format';

type Words = Pick<Format, 'number' | 'dayAndMonth' | 'longDay' | 'longMonth' | 'symbol' | 'today'>;

/** Whether a range is one whole month of the calendar. */
export function isWholeMonth({ from, to }: DayRange): boolean {
  const next = new Date(`${to}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return from.endsWith('-01') && next.getUTCDate() === 1 && from.slice(0, 7) === to.slice(0, 7);
}

function isWholeYear({ from, to }: DayRange): boolean {
  return from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`;
}

/** `1 – 30 ноября 2026`, `28 декабря 2025 – 3 января 2026`: some days, with their year. */
export function rangeWithYear({ from, to }: DayRange, words: Words): string {
  if (from === to) return words.longDay(to);
  if (from.slice(0, 4) !== to.slice(0, 4)) return `${words.longDay(from)} – ${words.longDay(to)}`;
  return `${daySpan(from, to, words).split(' – ')[0]} – ${words.longDay(to)}`;
}

/** `1 – 23 октября`: some days, with their year only when it is not the present one. */
export function rangeText(range: DayRange, words: Words): string {
  const year = words.today.slice(0, 4);
  return range.from.startsWith(year) && range.to.startsWith(year) ? daySpan(range.from, range.to, words) : rangeWithYear(range, words);
}

/** `октябрь`, `октябрь 2025`, `2025`, or the days: what a series of a chart is called. */
export function rangeName(range: DayRange, words: Words): string {
  if (isWholeYear(range)) return range.from.slice(0, 4);
  if (!isWholeMonth(range)) return rangeText(range, words);
  const month = words.longMonth(range.from);
  return range.from.slice(0, 4) === words.today.slice(0, 4) ? (month.split(/\s/)[0] ?? month) : month;
}

/** `2–8 ноя`, `30 ноя – 6 дек`, `1 ноя`: the days under a bar. */
export function axisRange({ from, to }: DayRange, words: Pick<Words, 'dayAndMonth'>): string {
  const parts = (day: string) => {
    const [date = '', month = ''] = words.dayAndMonth(day).split(/\s/);
    return { date, month: month.slice(0, 3) };
  };
  const [first, last] = [parts(from), parts(to)];
  if (from === to) return `${last.date}\u00a0${last.month}`;
  if (first.month === last.month) return `${first.date}–${last.date}\u00a0${last.month}`;
  return `${first.date}\u00a0${first.month} – ${last.date}\u00a0${last.month}`;
}
