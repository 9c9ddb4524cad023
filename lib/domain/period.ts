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
