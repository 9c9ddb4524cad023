import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysIn } from '../period';
import { chartSteps } from './analysis';
import { barsOf, comparedBars, stepOf } from './bars';
import { emptyTally } from './tally';

const range = (text: string) => ({ from: text.slice(0, 10), to: text.slice(-10) });
const november = range('2026-11-01 2026-11-30');

function tallyOf(days: Record<string, number>) {
  return { ...emptyTally(), days: new Map(Object.entries(days).map(([day, totalMinor]) => [day, { orders: 1, totalMinor }])) };
}

test('weeks of a running month: cut ones and the one of today are partial, those to come are left out', () => {
  const bars = barsOf(november, 'week', tallyOf({ '2026-11-01': 5, '2026-11-23': 7, '2026-11-09': 1, '2026-11-15': 2 }), '2026-11-23');
  expect(bars.map((bar) => [bar.range.from, bar.range.to, bar.partial, bar.totalMinor])).toEqual([
    ['2026-11-01', '2026-11-01', true, 5],
    ['2026-11-02', '2026-11-08', false, 0],
    ['2026-11-09', '2026-11-15', false, 3],
    ['2026-11-16', '2026-11-22', false, 0],
    ['2026-11-23', '2026-11-29', true, 7],
  ]);
});

test('beside 2–8 November stand 2–8 October', () => {
  const against = range('2026-10-01 2026-10-23');
  const bars = comparedBars(november, against, 'week', tallyOf({ '2026-10-01': 1, '2026-10-08': 2, '2026-10-23': 4 }), '2026-11-23');
  expect(bars.map((bar) => [bar.range.from, bar.range.to, bar.totalMinor])).toEqual([
    ['2026-10-01', '2026-10-01', 1],
    ['2026-10-02', '2026-10-08', 2],
    ['2026-10-09', '2026-10-15', 0],
    ['2026-10-16', '2026-10-22', 0],
    ['2026-10-23', '2026-10-23', 4],
  ]);
});

test('the days that a longer month has more make bars of their own', () => {
  const bars = comparedBars(november, range('2026-10-01 2026-10-31'), 'day', tallyOf({ '2026-10-31': 9 }), '2026-12-05');
  expect([bars.length, bars.at(-1)]).toEqual([31, { range: range('2026-10-31'), partial: false, orders: 1, totalMinor: 9 }]);
});

test('months stand beside months, leap year or not', () => {
  const bars = comparedBars(range('2025-01-01 2025-12-31'), range('2024-01-01 2024-12-31'), 'month', emptyTally(), '2026-11-23');
  expect(bars.map((bar) => bar.range.from.slice(5))).toEqual(Array.from({ length: 12 }, (_, n) => `${String(n + 1).padStart(2, '0')}-01`));
});

test('an order of a day to come keeps its bar', () => {
  expect(barsOf(november, 'day', tallyOf({ '2026-11-25': 1 }), '2026-11-23').at(-1)?.range).toEqual(range('2026-11-25'));
  expect(barsOf(november, 'day', emptyTally(), '2026-10-23')).toEqual([]);
});

test('a step that makes too many bars gives way', () => {
  const century = range('1926-01-01 2025-12-31');
  expect([stepOf(november, 'day'), stepOf(century, 'day'), stepOf(century, 'month')]).toEqual(['day', 'month', 'month']);
  expect([stepOf(century, 'week'), stepOf(november, undefined)]).toEqual(['month', 'day']);
});

test('bars cover every day of both periods once', () => {
  const day = fc.integer({ min: 0, max: 9000 }).map((days) => addDays('2010-01-01', days));
  const days = fc.tuple(day, fc.integer({ min: 0, max: 400 })).map(([from, length]) => ({ from, to: addDays(from, length) }));
  fc.assert(
    fc.property(days, days, fc.constantFrom(...chartSteps), (own, against, step) => {
      for (const [covered, bars] of [
        [own, barsOf(own, step, emptyTally(), own.to)],
        [against, comparedBars(own, against, step, emptyTally(), '2040-01-01')],
      ] as const) {
        let next = covered.from;
        for (const bar of bars) {
          expect(bar.range.from).toBe(next);
          next = addDays(bar.range.to, 1);
        }
        expect(next).toBe(addDays(covered.to, 1));
        expect(bars.reduce((sum, bar) => sum + daysIn(bar.range), 0)).toBe(daysIn(covered));
      }
    }),
  );
});
