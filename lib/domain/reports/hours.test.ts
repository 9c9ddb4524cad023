import { expect, test } from 'vitest';
import { dayInZone } from '../period';
import { hourCounter } from './hours';

/** Weekday (Monday 0) and hour of an instant. */
function placeOf(instant: string, zone: string): number[] {
  const at = Date.parse(instant);
  const { hours, add } = hourCounter(zone);
  const lists = { clients: [1], authors: [0], totals: [700], quantities: [1000], quarters: [Math.floor(at / 900_000)] };
  add({ day: dayInZone(at, zone), status: 'Pending', ...lists });
  const weekday = hours.orders.findIndex((row) => row.includes(1));
  const hour = hours.orders[weekday]?.indexOf(1) ?? -1;
  expect(hours.totalMinor[weekday]?.[hour]).toBe(700);
  expect(hours.orders.flat().reduce((sum, count) => sum + count, 0)).toBe(1);
  return [weekday, hour];
}

test.each([
  // 23:30 and 00:30 in Moscow, over the end of a year and of a week.
  ['2026-12-31T20:30:00Z', 'Europe/Moscow', 3, 23],
  ['2026-12-31T21:30:00Z', 'Europe/Moscow', 4, 0],
  ['2026-11-29T21:10:00Z', 'Europe/Moscow', 0, 0],
  // Clocks go forward over 2:30, and back over 1:30, which comes twice.
  ['2026-03-08T06:59:00Z', 'America/New_York', 6, 1],
  ['2026-03-08T07:01:00Z', 'America/New_York', 6, 3],
  ['2026-11-01T05:30:00Z', 'America/New_York', 6, 1],
  ['2026-11-01T06:30:00Z', 'America/New_York', 6, 1],
  ['2026-11-01T07:30:00Z', 'America/New_York', 6, 2],
  ['2026-10-25T00:59:00Z', 'Europe/Berlin', 6, 2],
  ['2026-10-25T01:59:00Z', 'Europe/Berlin', 6, 2],
  ['2026-03-29T01:00:00Z', 'Europe/Berlin', 6, 3],
  // Half an hour, and a quarter, off the full hour.
  ['2026-11-23T18:29:00Z', 'Asia/Kolkata', 0, 23],
  ['2026-11-23T18:30:00Z', 'Asia/Kolkata', 1, 0],
  ['2026-11-23T18:14:00Z', 'Asia/Kathmandu', 0, 23],
  ['2026-11-23T18:15:00Z', 'Asia/Kathmandu', 1, 0],
  ['2028-02-29T12:00:00Z', 'Europe/Moscow', 1, 15],
])('%s in %s is weekday %i, hour %i', (instant, zone, weekday, hour) => {
  expect(placeOf(instant, zone)).toEqual([weekday, hour]);
});
