import { addDays, type CalendarPeriod, calendarPeriod, calendarPeriods, type DayRange, daysIn, monthsFrom } from '../period';
import type { ChartStep } from './analysis';

/** Periods by name; a free one is named by its days. */
export const reportPeriods = calendarPeriods;

/** `last_30`: thirty days, today the last of them. */
export type ReportPeriod = CalendarPeriod | `last_${number}`;

const mostLastDays = 3660;

/** The days of `last_30`; undefined for any other text. */
export function lastDaysOf(period: string): number | undefined {
  const days = Number(/^last_([1-9]\d{0,3})$/.exec(period)?.[1] ?? 0);
  return days >= 1 && days <= mostLastDays ? days : undefined;
}

/** Whether a text names a period. */
export function isReportPeriod(text: string): text is ReportPeriod {
  return reportPeriods.some((name) => name === text) || lastDaysOf(text) !== undefined;
}

/** The days of a period, whole: those still to come, too. */
export function rangeOfPeriod(period: ReportPeriod, today: string): DayRange {
  const calendar = reportPeriods.find((name) => name === period);
  return calendar ? calendarPeriod(calendar, today) : { from: addDays(today, 1 - (lastDaysOf(period) ?? 1)), to: today };
}

function partsOf(day: string): [year: number, month: number, date: number] {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return [year, month, date];
}

/** How many whole calendar months a range is; 0 when it is none. */
function wholeMonths({ from, to }: DayRange): number {
  if (!from.endsWith('-01') || !addDays(to, 1).endsWith('-01')) return 0;
  const [[fromYear, fromMonth], [toYear, toMonth]] = [partsOf(from), partsOf(to)];
  return (toYear - fromYear) * 12 + toMonth - fromMonth + 1;
}

function moved({ from, to }: DayRange, days: number): DayRange {
  return { from: addDays(from, days), to: addDays(to, days) };
}

/** A period as long, so many of its lengths later: whole months by months, anything else by days. */
function movedByLengths(range: DayRange, period: ReportPeriod | undefined, lengths: number): DayRange {
  // The last 30 days happen to be November on its last day only.
  const months = period && lastDaysOf(period) ? 0 : wholeMonths(range);
  if (months === 0) return moved(range, lengths * daysIn(range));
  const [year, month] = partsOf(range.from);
  return monthsFrom(year, month + lengths * months, months);
}

/** The same length of time before or after, for ‹ and ›. A free range that is whole months moves by months. */
export function neighbourRange(range: DayRange, direction: -1 | 1, period?: ReportPeriod): DayRange {
  return movedByLengths(range, period, direction);
}

/** Whether a period has begun and is not over: its last day counts as long as it lasts. */
export function isRunning({ from, to }: DayRange, today: string): boolean {
  return from <= today && today <= to;
}

/** The period before; of a period that still runs, as many of its days as have come. */
export function previousRange(range: DayRange, period: ReportPeriod | undefined, today: string): DayRange {
  const before = movedByLengths(range, period, -1);
  if (!isRunning(range, today)) return before;
  const sameDay = addDays(before.from, daysIn({ from: range.from, to: today }) - 1);
  return sameDay < before.to ? { from: before.from, to: sameDay } : before;
}

/** The same date a year before; the 28th for 29 February. */
function yearBack(day: string): string {
  const [year, month, date] = partsOf(day);
  const { to: lastOfMonth } = monthsFrom(year - 1, month, 1);
  const sameDate = `${lastOfMonth.slice(0, 7)}-${String(date).padStart(2, '0')}`;
  return date <= partsOf(lastOfMonth)[2] ? sameDate : lastOfMonth;
}

/** The same dates a year before, whole months as whole months; of a period that still runs, those up to today's date. */
export function sameRangeLastYear(range: DayRange, today: string): DayRange {
  if (isRunning(range, today)) return { from: yearBack(range.from), to: yearBack(today) };
  const months = wholeMonths(range);
  if (months === 0) return { from: yearBack(range.from), to: yearBack(range.to) };
  const [year, month] = partsOf(range.from);
  return monthsFrom(year - 1, month, months);
}

/** The length of a bar that suits a period: days up to 31 of them, weeks up to 26, then months. */
export function stepFor(range: DayRange): ChartStep {
  const days = daysIn(range);
  return days <= 31 ? 'day' : days <= 26 * 7 ? 'week' : 'month';
}

/** A hundred years: what is longer is a slip of the pen, as are days that nobody has lived or will. */
const longestRange = 36_600;
const [firstYear, lastYear] = ['1900', '2199'];

/** Whether a free range has a day, and not more than anybody could mean. */
export function isSensibleRange({ from, to }: DayRange): boolean {
  return from <= to && from >= firstYear && to.slice(0, 4) <= lastYear && daysIn({ from, to }) <= longestRange;
}
