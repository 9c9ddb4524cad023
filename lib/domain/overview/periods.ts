import { addDays, type DayRange } from '../period';

export const overviewPeriods = ['today', 'week', 'month', 'days30'] as const;
export type OverviewPeriod = (typeof overviewPeriods)[number];

export interface ComparedDays {
  days: DayRange;
  /** The same days of the period before. */
  before: DayRange;
}

function back(today: string, days: number, distance: number): ComparedDays {
  const from = addDays(today, 1 - days);
  return { days: { from, to: today }, before: { from: addDays(from, -distance), to: addDays(today, -distance) } };
}

function monthOf(today: string): ComparedDays {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const at = (months: number, date: number) => new Date(Date.UTC(year, month - 1 + months, date)).toISOString().slice(0, 10);
  const lastOfBefore = at(0, 0);
  const sameDay = day > Number(lastOfBefore.slice(8)) ? lastOfBefore : at(-1, day);
  return { days: { from: at(0, 1), to: today }, before: { from: at(-1, 1), to: sameDay } };
}

/** Monday is 0. */
function weekday(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** The days a period covers up to `today`, and those they are compared with. Weeks begin on Monday. */
export function comparedDays(period: OverviewPeriod, today: string): ComparedDays {
  switch (period) {
    case 'today':
      return back(today, 1, 1);
    case 'week':
      return back(today, weekday(today) + 1, 7);
    case 'month':
      return monthOf(today);
    case 'days30':
      return back(today, 30, 30);
  }
}

/** Fewer bars tell nothing. */
const leastDrawn = 7;

/** The days that are drawn: those of the period, but the last seven when it has had fewer. */
export function drawnDays(period: OverviewPeriod, today: string): ComparedDays {
  const compared = comparedDays(period, today);
  return compared.days.from > addDays(today, 1 - leastDrawn) ? back(today, leastDrawn, leastDrawn) : compared;
}

/** Every day of a range. */
export function eachDay({ from, to }: DayRange): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
