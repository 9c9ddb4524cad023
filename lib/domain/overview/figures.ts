import type { Tx } from '@/db/engines/engine';
import { countClients } from '@/db/queries/client-lists';
import type { listDayTotals } from '@/db/queries/day-totals';
import { type OrderStatus, orderStatuses } from '../orders/schema';
import { type DayRange, eachDay } from '../period';
import { averageMinor } from '../reports/figures';

export interface OverviewFigures {
  orders: number;
  /** Kopecks; cancelled orders count as the lists count them. */
  totalMinor: number;
  averageMinor: number;
  newClients: number;
}

export interface StatusSum {
  status: OrderStatus;
  orders: number;
  totalMinor: number;
}

export type DayTotalRow = Awaited<ReturnType<typeof listDayTotals>>[number];

function within({ from, to }: DayRange) {
  return ({ day }: DayTotalRow) => day >= from && day <= to;
}

function sum(rows: readonly DayTotalRow[], of: 'orders' | 'totalMinor'): number {
  return rows.reduce((total, row) => total + row[of], 0);
}

/** Step: the figures of some days, out of the totals that were read. */
export async function figuresOf(tx: Tx, rows: readonly DayTotalRow[], days: DayRange): Promise<OverviewFigures> {
  const own = rows.filter(within(days));
  const [orders, totalMinor] = [sum(own, 'orders'), sum(own, 'totalMinor')];
  return { orders, totalMinor, averageMinor: averageMinor(totalMinor, orders), newClients: await countClients(tx, { words: [], ...days }) };
}

/** Each status with its orders in some days, in the order in which an order goes through them. */
export function statusSums(rows: readonly DayTotalRow[], days: DayRange): StatusSum[] {
  const own = rows.filter(within(days));
  return orderStatuses.map((status) => {
    const ofStatus = own.filter((row) => row.status === status);
    return { status, orders: sum(ofStatus, 'orders'), totalMinor: sum(ofStatus, 'totalMinor') };
  });
}

/** Kopecks of each day of a range, days without orders too. */
export function dayByDay(rows: readonly DayTotalRow[], range: DayRange): { day: string; totalMinor: number }[] {
  return eachDay(range).map((day) => ({
    day,
    totalMinor: sum(
      rows.filter((row) => row.day === day),
      'totalMinor',
    ),
  }));
}

/** Growth in tenths of a percent; undefined when there was nothing to compare with. */
export function growth(now: number, before: number): number | undefined {
  return before === 0 ? undefined : Math.round(((now - before) / before) * 1000);
}
