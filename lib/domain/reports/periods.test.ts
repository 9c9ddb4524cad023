import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayInZone, daysIn } from '../period';
import {
  isReportPeriod,
  isSensibleRange,
  lastDaysOf,
  neighbourRange,
  previousRange,
  type ReportPeriod,
  rangeOfPeriod,
  reportPeriods,
  sameRangeLastYear,
  stepFor,
} from './periods';

const range = (text: string) => ({ from: text.slice(0, 10), to: text.slice(-10) });

test.each([
  ['today', '2026-11-23', '2026-11-23 2026-11-23'],
  ['yesterday', '2027-01-01', '2026-12-31 2026-12-31'],
  // The first week of 2027 by ISO begins on Monday, 4 January.
  ['week', '2027-01-03', '2026-12-28 2027-01-03'],
  ['week', '2027-01-04', '2027-01-04 2027-01-10'],
  ['month', '2028-02-29', '2028-02-01 2028-02-29'],
  ['quarter', '2026-12-31', '2026-10-01 2026-12-31'],
  ['year', '2026-01-01', '2026-01-01 2026-12-31'],
  ['last_1', '2026-11-23', '2026-11-23 2026-11-23'],
  ['last_30', '2026-03-01', '2026-01-31 2026-03-01'],
  ['last_366', '2028-12-31', '2028-01-01 2028-12-31'],
] as const)('%s on %s is %s', (period, today, days) => {
  expect(rangeOfPeriod(period, today)).toEqual(range(days));
});

test.each(['last_0', 'last_3661', 'last_', 'last_01', 'last_1e3', 'days30', ''])('«%s» is no period', (text) => {
  expect(isReportPeriod(text)).toBe(false);
});

test('the longest span of last days is ten years', () => {
  expect([lastDaysOf('last_3660'), lastDaysOf('last_7'), lastDaysOf('month')]).toEqual([3660, 7, undefined]);
});

test.each([
  // Periods that still run: as many of their days.
  ['month', '2026-11-23', '2026-10-01 2026-10-23'],
  ['month', '2026-10-31', '2026-09-01 2026-09-30'],
  ['month', '2026-03-30', '2026-02-01 2026-02-28'],
  ['month', '2028-03-29', '2028-02-01 2028-02-29'],
  ['week', '2026-11-25', '2026-11-16 2026-11-18'],
  ['quarter', '2026-11-23', '2026-07-01 2026-08-23'],
  ['year', '2026-11-23', '2025-01-01 2025-11-23'],
  // Periods that are over on their last day.
  ['month', '2026-11-30', '2026-10-01 2026-10-30'],
  ['week', '2026-11-29', '2026-11-16 2026-11-22'],
  ['today', '2027-01-01', '2026-12-31 2026-12-31'],
  ['yesterday', '2026-03-01', '2026-02-27 2026-02-27'],
  ['last_30', '2026-11-30', '2026-10-02 2026-10-31'],
  ['last_7', '2027-01-03', '2026-12-21 2026-12-27'],
] as const)('%s on %s is held against %s', (period, today, days) => {
  expect(previousRange(rangeOfPeriod(period, today), period, today)).toEqual(range(days));
});

test.each([
  ['2026-11-05 2026-11-14', '2026-10-26 2026-11-04'],
  ['2026-02-01 2026-02-28', '2026-01-01 2026-01-31'],
  ['2026-07-01 2026-09-30', '2026-04-01 2026-06-30'],
  ['2026-01-01 2026-02-28', '2025-11-01 2025-12-31'],
  ['2025-01-01 2025-12-31', '2024-01-01 2024-12-31'],
  ['2026-11-20 2026-11-29', '2026-11-10 2026-11-13'],
  // Not begun: all of it.
  ['2026-12-01 2026-12-31', '2026-11-01 2026-11-30'],
])('before %s come %s', (days, before) => {
  expect(previousRange(range(days), undefined, '2026-11-23')).toEqual(range(before));
});

test.each([
  ['2026-11-05 2026-11-14', '2025-11-05 2025-11-14'],
  ['2028-02-29 2028-02-29', '2027-02-28 2027-02-28'],
  ['2028-02-20 2028-03-05', '2027-02-20 2027-03-05'],
  ['2028-02-01 2028-02-29', '2027-02-01 2027-02-28'],
  ['2025-02-01 2025-02-28', '2024-02-01 2024-02-29'],
  ['2026-11-01 2026-11-30', '2025-11-01 2025-11-23'],
  ['2026-01-01 2026-12-31', '2025-01-01 2025-11-23'],
])('a year before %s are %s', (days, before) => {
  expect(sameRangeLastYear(range(days), '2026-11-23')).toEqual(range(before));
});

test('‹ and › move by months, or by as many days', () => {
  expect(neighbourRange(range('2026-01-01 2026-01-31'), 1)).toEqual(range('2026-02-01 2026-02-28'));
  expect(neighbourRange(range('2026-01-01 2026-03-31'), -1)).toEqual(range('2025-10-01 2025-12-31'));
  expect(neighbourRange(range('2026-12-28 2027-01-03'), 1)).toEqual(range('2027-01-04 2027-01-10'));
  expect(neighbourRange(range('2026-11-01 2026-11-30'), -1, 'last_30')).toEqual(range('2026-10-02 2026-10-31'));
});

test('days that nobody means make no range', () => {
  const sensible = (text: string) => isSensibleRange(range(text));
  expect(['2026-11-23', '1900-01-01 1999-12-31', '2199-12-31'].map(sensible)).toEqual([true, true, true]);
  const slips = [
    '2026-11-23 2026-11-22',
    '1899-12-31 1900-01-01',
    '2199-12-31 2200-01-01',
    '1900-01-01 2026-01-01',
    '0026-01-01 0026-12-31',
  ];
  expect(slips.map(sensible)).toEqual([false, false, false, false, false]);
});

test('a step suits the length', () => {
  const of = (days: number) => stepFor({ from: '2026-01-01', to: addDays('2026-01-01', days - 1) });
  expect([1, 31, 32, 182, 183, 3660].map(of)).toEqual(['day', 'day', 'week', 'week', 'month', 'month']);
});

test('the clock of the organisation decides what today is', () => {
  const at = (instant: string, zone: string) => rangeOfPeriod('month', dayInZone(new Date(instant), zone)).from;
  // 23:30 and 00:30 in Moscow, at the end of a month and of a year.
  expect([at('2026-11-30T20:30:00Z', 'Europe/Moscow'), at('2026-11-30T21:30:00Z', 'Europe/Moscow')]).toEqual(['2026-11-01', '2026-12-01']);
  expect([at('2026-12-31T20:30:00Z', 'Europe/Moscow'), at('2026-12-31T21:30:00Z', 'Europe/Moscow')]).toEqual(['2026-12-01', '2027-01-01']);
  // The same moments after the clocks went back, and half an hour off the full hour.
  expect([at('2026-11-01T03:30:00Z', 'America/New_York'), at('2026-11-01T04:30:00Z', 'America/New_York')]).toEqual([
    '2026-10-01',
    '2026-11-01',
  ]);
  expect([at('2026-10-31T22:30:00Z', 'Europe/Berlin'), at('2026-10-31T23:30:00Z', 'Europe/Berlin')]).toEqual(['2026-10-01', '2026-11-01']);
  expect([at('2026-10-31T18:00:00Z', 'Asia/Kolkata'), at('2026-10-31T19:00:00Z', 'Asia/Kolkata')]).toEqual(['2026-10-01', '2026-11-01']);
});

const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('2000-01-01', days));
const period = fc.oneof(
  fc.constantFrom(...reportPeriods),
  fc.integer({ min: 1, max: 3660 }).map((days): ReportPeriod => `last_${days}`),
);

test('what a period is held against ends the day before it, or earlier while it runs, and is never empty', () => {
  fc.assert(
    fc.property(period, day, (name, today) => {
      const days = rangeOfPeriod(name, today);
      const before = previousRange(days, name, today);
      expect(daysIn(before)).toBeGreaterThan(0);
      if (days.to < today) expect(addDays(before.to, 1)).toBe(days.from);
      else expect(daysIn(before)).toBeLessThanOrEqual(daysIn({ from: days.from, to: today }));
      expect(daysIn(sameRangeLastYear(days, today))).toBeGreaterThan(0);
    }),
  );
});

test('‹ and › undo each other and leave no day out', () => {
  fc.assert(
    fc.property(period, day, (name, today) => {
      const days = rangeOfPeriod(name, today);
      const next = neighbourRange(days, 1, name);
      expect(next.from).toBe(addDays(days.to, 1));
      expect(neighbourRange(next, -1, name)).toEqual(days);
    }),
  );
});
