const dayFormats = new Map<string, Intl.DateTimeFormat>();

function dayFormat(timeZone: string): Intl.DateTimeFormat {
  const known = dayFormats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  dayFormats.set(timeZone, made);
  return made;
}

/** The calendar day `YYYY-MM-DD` of an instant (UTC) in a zone. */
export function dayInZone(instant: Date | number, timeZone: string): string {
  return dayFormat(timeZone).format(instant);
}

/** A calendar day `days` later (or earlier). */
export function addDays(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** How many days a range has. */
export function daysIn({ from, to }: DayRange): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000) + 1;
}

/** Every day of a range. */
export function eachDay({ from, to }: DayRange): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** The weekday of a day, Monday 0. */
export function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** Days of `months` whole months, from a month of a year (1–12, or further) on. */
export function monthsFrom(year: number, month: number, months: number): DayRange {
  const day = (at: number, date: number) => new Date(Date.UTC(year, at, date)).toISOString().slice(0, 10);
  return { from: day(month - 1, 1), to: day(month - 1 + months, 0) };
}

/** Whether a text is a real calendar day `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** Whether the runtime knows a time zone by this IANA name. */
export function isTimeZone(name: string): boolean {
  try {
    dayFormat(name);
    return true;
  } catch {
    return false;
  }
}

export type PeriodName = 'week' | 'month' | 'year';

export interface DayRange {
  /** First day. */
  from: string;
  /** Last day, included. */
  to: string;
}

/** The week (7 days), month or year that ends with `today`: from the day after the same date one period ago. */
export function lastPeriod(period: PeriodName, today: string): DayRange {
  if (period === 'week') return { from: addDays(today, -6), to: today };
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const back = period === 'month' ? new Date(Date.UTC(year, month - 2, 1)) : new Date(Date.UTC(year - 1, month - 1, 1));
  const lastOfMonth = new Date(Date.UTC(back.getUTCFullYear(), back.getUTCMonth() + 1, 0)).getUTCDate();
  back.setUTCDate(Math.min(day, lastOfMonth));
  return { from: addDays(back.toISOString().slice(0, 10), 1), to: today };
}

/** Calendar periods that move with the day on which one looks. */
export const calendarPeriods = ['today', 'yesterday', 'week', 'month', 'quarter', 'year'] as const;
export type CalendarPeriod = (typeof calendarPeriods)[number];

/** The day, week (from Monday), month, quarter or year in which `today` lies, whole. */
export function calendarPeriod(period: CalendarPeriod, today: string): DayRange {
  const [year = 0, month = 1] = today.split('-').map(Number);
  switch (period) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: addDays(today, -1), to: addDays(today, -1) };
    case 'week': {
      const monday = addDays(today, -weekdayOf(today));
      return { from: monday, to: addDays(monday, 6) };
    }
    case 'month':
      return monthsFrom(year, month, 1);
    case 'quarter':
      return monthsFrom(year, month - ((month - 1) % 3), 3);
    case 'year':
      return monthsFrom(year, 1, 12);
  }
}

/** The days a filter means today: those it names, or else those of its moving period. */
export function daysMeant(filter: { period?: CalendarPeriod; from?: string; to?: string }, today: string): Partial<DayRange> {
  const { period, from, to } = filter;
  return period && !from && !to ? calendarPeriod(period, today) : { from, to };
}
