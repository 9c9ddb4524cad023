import { addDays, type DayRange } from '../period';
import { previousRange, type ReportPeriod, rangeOfPeriod } from '../reports/periods';

export const overviewPeriods = ['today', 'week', 'month', 'days30'] as const;
export type OverviewPeriod = (typeof overviewPeriods)[number];

export interface ComparedDays {
  days: DayRange;
  /** The same days of the period before. */
  before: DayRange;
}

function upTo(today: string, period: ReportPeriod): ComparedDays {
  const range = rangeOfPeriod(period, today);
  return { days: { from: range.from, to: today }, before: previousRange(range, period, today) };
}

/** The days a period covers up to `today`, and those they are compared with. Weeks begin on Monday. */
export function comparedDays(period: OverviewPeriod, today: string): ComparedDays {
  return upTo(today, period === 'days30' ? 'last_30' : period);
}

/** Fewer bars tell nothing. */
const leastDrawn = 7;

/** The days that are drawn: those of the period, but the last seven when it has had fewer. */
export function drawnDays(period: OverviewPeriod, today: string): ComparedDays {
  const compared = comparedDays(period, today);
  return compared.days.from > addDays(today, 1 - leastDrawn) ? upTo(today, `last_${leastDrawn}`) : compared;
}
