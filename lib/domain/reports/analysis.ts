import type { OrderFilter } from '../orders/order-filter';
import type { DayRange } from '../period';
import type { ReportPeriod } from './periods';

/** What the rows of a report's table are. */
export const reportGroups = ['client', 'product', 'status', 'manager', 'day', 'week', 'month', 'year'] as const;
export type ReportGroup = (typeof reportGroups)[number];

/** What the period is held against: the one before it, the same days a year ago, or nothing. */
export const comparisons = ['previous', 'year', 'none'] as const;
export type Comparison = (typeof comparisons)[number];

/** How long one bar of the chart is. */
export const chartSteps = ['day', 'week', 'month'] as const;
export type ChartStep = (typeof chartSteps)[number];

/** What a report is asked for. The filter's own `from` and `to` are the range; orders in the bin are never counted. */
export interface AnalysisQuestion {
  filter: OrderFilter;
  range: DayRange;
  /** The name of the period, where it has one. */
  period?: ReportPeriod;
  compare: Comparison;
  /** Left out, the one that suits the length of the period. */
  step?: ChartStep;
  /** One or two; the second divides the rows of the first. */
  groups: readonly ReportGroup[];
  /** Whether the sum is held against the lines, read once more. */
  prove?: boolean;
}

/** The figures of some orders. Money in kopecks, quantities in thousandths. */
export interface ReportFigures {
  orders: number;
  pending: number;
  completed: number;
  cancelled: number;
  totalMinor: number;
  /** Rounded half a kopeck up; 0 when there are no orders. */
  averageMinor: number;
  /** The middle order, or the mean of the two in the middle; 0 when there are no orders. */
  medianMinor: number;
  quantityMilli: number;
  /** Clients added within the range. */
  newClients: number;
  /** Clients of these orders who had ordered before the range. */
  returningClients: number;
}

/** One bar: its days, cut to the period, and what they come to. */
export interface ChartBar {
  range: DayRange;
  /** Whether the period cuts it short. */
  partial: boolean;
  orders: number;
  totalMinor: number;
}

/** A row of the table. */
export interface GroupRow {
  /** What it is of: an id, a status, a day, the first day of a week, `2026-11`, `2026`. Null: lines of no product, orders nobody of ours made. */
  key: string | number | null;
  /** The name of a client, product or manager; for the rest the page words the key. */
  name: string | null;
  orders: number;
  pending: number;
  totalMinor: number;
  quantityMilli: number;
  /** Share of the whole, and of all rows down to this one, in hundredths of a percent; sorted by sum. */
  share: number;
  cumulative: number;
  /** The second grouping within this row. */
  parts: GroupRow[];
}

/** Classes of the cumulative share: the first 80 %, the next 15 %, the last 5 %. */
export type AbcClass = 'A' | 'B' | 'C';

/** Orders by weekday (Monday first) and hour of the organisation's zone: `[7][24]`. */
export interface HourTable {
  orders: number[][];
  totalMinor: number[][];
}

/** A whole report. */
export interface Analysis {
  range: DayRange;
  figures: ReportFigures;
  /** The period it is held against; for a period that still runs, the same number of its days. Null when nothing is compared. */
  compared: { range: DayRange; figures: ReportFigures; bars: ChartBar[] } | null;
  step: ChartStep;
  bars: ChartBar[];
  /** The rows of the table: all of them, largest sum first, days and their like in their order. */
  rows: GroupRow[];
  /** The orders by status, each divided by who made them: whatever the table is grouped by. */
  statuses: GroupRow[];
  hours: HourTable;
  /**
   * What the lines of these orders add up to, kopecks: the same as their sum, or something is wrong. Null when nobody has asked
   * for the proof, and for too many to read twice.
   */
  linesMinor: number | null;
}
