import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayInZone, eachDay } from '../period';
import { comparedDays, drawnDays, overviewPeriods } from './periods';

test.each([
  ['today', '2026-11-23', '2026-11-23', '2026-11-23', '2026-11-22', '2026-11-22'],
  ['today', '2027-01-01', '2027-01-01', '2027-01-01', '2026-12-31', '2026-12-31'],
  // A Monday, a Sunday, and a week over the end of a year.
  ['week', '2026-11-23', '2026-11-23', '2026-11-23', '2026-11-16', '2026-11-16'],
  ['week', '2026-11-29', '2026-11-23', '2026-11-29', '2026-11-16', '2026-11-22'],
  ['week', '2027-01-01', '2026-12-28', '2027-01-01', '2026-12-21', '2026-12-25'],
  ['month', '2026-11-23', '2026-11-01', '2026-11-23', '2026-10-01', '2026-10-23'],
  ['month', '2026-10-31', '2026-10-01', '2026-10-31', '2026-09-01', '2026-09-30'],
  ['month', '2026-03-30', '2026-03-01', '2026-03-30', '2026-02-01', '2026-02-28'],
  ['month', '2028-03-29', '2028-03-01', '2028-03-29', '2028-02-01', '2028-02-29'],
  ['month', '2027-01-31', '2027-01-01', '2027-01-31', '2026-12-01', '2026-12-31'],
  ['month', '2026-12-01', '2026-12-01', '2026-12-01', '2026-11-01', '2026-11-01'],
  ['days30', '2026-11-23', '2026-10-25', '2026-11-23', '2026-09-25', '2026-10-24'],
] as const)('%s on %s is %s – %s, compared with %s – %s', (period, today, from, to, beforeFrom, beforeTo) => {
  expect(comparedDays(period, today)).toEqual({ days: { from, to }, before: { from: beforeFrom, to: beforeTo } });
});

test('half past eleven at night belongs to the day of the organisation’s zone', () => {
  const halfPastEleven = new Date('2026-11-30T20:30:00Z');
  expect(comparedDays('month', dayInZone(halfPastEleven, 'Europe/Moscow')).days).toEqual({ from: '2026-11-01', to: '2026-11-30' });
  expect(comparedDays('month', dayInZone(halfPastEleven, 'Asia/Yekaterinburg')).days).toEqual({ from: '2026-12-01', to: '2026-12-01' });
  expect(comparedDays('today', dayInZone(halfPastEleven, 'America/New_York')).days.to).toBe('2026-11-30');
});

test('the two spans never overlap, and the earlier is never longer', () => {
  const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('2000-01-01', days));
  fc.assert(
    fc.property(fc.constantFrom(...overviewPeriods), day, (period, today) => {
      const { days, before } = comparedDays(period, today);
      expect(days.to).toBe(today);
      expect(before.to < days.from).toBe(true);
      expect(eachDay(before).length).toBeLessThanOrEqual(eachDay(days).length);
      expect(eachDay(before).length).toBeGreaterThan(0);
    }),
  );
});

test('fewer than seven days are drawn as the last seven', () => {
  const seven = { days: { from: '2026-11-17', to: '2026-11-23' }, before: { from: '2026-11-10', to: '2026-11-16' } };
  expect([drawnDays('today', '2026-11-23'), drawnDays('week', '2026-11-23')]).toEqual([seven, seven]);
  expect(drawnDays('month', '2026-11-06').days).toEqual({ from: '2026-10-31', to: '2026-11-06' });
  for (const [period, today] of [
    ['week', '2026-11-29'],
    ['month', '2026-11-07'],
    ['month', '2026-11-23'],
    ['days30', '2026-11-23'],
  ] as const)
    expect(drawnDays(period, today)).toEqual(comparedDays(period, today));
});
