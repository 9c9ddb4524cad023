import type { Tx } from '@/db/engines/engine';
import { countClients } from '@/db/queries/client-lists';
import { sumDayTotals } from '@/db/queries/day-totals';
import type { DayRange } from '../period';

/** The figures of a report over business days, both ends included. Money in kopecks. */
export async function reportFigures(tx: Tx, { from, to }: DayRange) {
  const orders = await sumDayTotals(tx, { from, to });
  const completed = await sumDayTotals(tx, { from, to, statuses: ['Completed'] });
  return {
    newOrdersCount: orders.orders,
    newClientsCount: await countClients(tx, { words: [], from, to }),
    completedOrdersCount: completed.orders,
    totalOrdersMinor: orders.totalMinor,
    avgOrderMinor: averageMinor(orders.totalMinor, orders.orders),
  };
}

/** Kopecks an order, half a kopeck up; nothing when there are no orders. */
export function averageMinor(totalMinor: number, orders: number): number {
  return orders === 0 ? 0 : Math.floor((totalMinor * 2 + orders) / (orders * 2));
}
