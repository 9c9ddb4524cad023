/** Figures as a place of the product shows them; only those that stand there. Money in kopecks, quantities in thousandths. */
export interface Sums {
  count?: number;
  completed?: number;
  quantityMilli?: number;
  totalMinor?: number;
  averageMinor?: number;
}

export const controlSections = ['orders', 'lists', 'overview', 'reports', 'exports', 'clients', 'products'] as const;
export type ControlSection = (typeof controlSections)[number];

/** What is shown somewhere, beside what the lines and payments of the orders come to. */
export interface ControlRow {
  section: ControlSection;
  what: ControlName;
  /** Null where the place shows nothing, since there is more than it counts. */
  shown: Sums | null;
  counted: Sums;
  /** Whose figures differ, the first twenty: orders, days, clients or products. */
  differing: { of: 'orders' | 'days' | 'clients' | 'products'; names: (number | string)[] } | null;
}

export const controlNames = [
  'orderTotals',
  'lineTotals',
  'paid',
  'days',
  'listAll',
  'listPending',
  'listCompleted',
  'listCancelled',
  'listMonth',
  'listPaid',
  'listUnpaid',
  'listOverdue',
  'overviewToday',
  'overviewWeek',
  'overviewMonth',
  'overviewDays30',
  'overviewPending',
  'overviewCompleted',
  'overviewCancelled',
  'overviewChart',
  'overviewWaiting',
  'overviewOverdue',
  'topClients',
  'topProducts',
  'reportMonth',
  'reportMonthBars',
  'reportMonthRows',
  'reportMonthParts',
  'reportLastMonth',
  'reportLastMonthBars',
  'reportLastMonthRows',
  'reportLastMonthParts',
  'reportYear',
  'reportYearBars',
  'reportYearRows',
  'reportSaved',
  'exportOrders',
  'exportLines',
  'clientTotals',
  'clientDebts',
  'productSales',
] as const;
export type ControlName = (typeof controlNames)[number];

/** The figures that are shown and differ from what was counted. */
export function wrongFigures({ shown, counted }: Pick<ControlRow, 'shown' | 'counted'>): (keyof Sums)[] {
  if (!shown) return [];
  return (Object.keys(shown) as (keyof Sums)[]).filter((name) => (shown[name] ?? 0) !== (counted[name] ?? 0));
}

/** Whether a place shows what the lines come to. */
export function holds(row: ControlRow): boolean {
  return wrongFigures(row).length === 0 && (row.differing?.names.length ?? 0) === 0;
}
