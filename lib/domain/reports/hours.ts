import { hourClock } from '@/db/dialect/clock-hour';
import type { OrderFacts } from '@/db/queries/report-facts';
import { weekdayOf } from '../period';
import type { HourTable } from './analysis';

const quarterMs = 900_000;

function grid(): number[][] {
  return Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
}

/** Gathers orders by weekday and hour: the weekday of the business day, the hour of the zone's clock when they were made. */
export function hourCounter(timeZone: string): { hours: HourTable; add: (facts: OrderFacts) => void } {
  const hours = { orders: grid(), totalMinor: grid() };
  const hourOf = hourClock(timeZone);
  function add({ day, totals, quarters }: OrderFacts): void {
    const [orders = [], totalMinor = []] = [hours.orders[weekdayOf(day)], hours.totalMinor[weekdayOf(day)]];
    quarters.forEach((quarter, at) => {
      const hour = hourOf(quarter * quarterMs);
      orders[hour] = (orders[hour] ?? 0) + 1;
      totalMinor[hour] = (totalMinor[hour] ?? 0) + (totals[at] ?? 0);
    });
  }
  return { hours, add };
}
