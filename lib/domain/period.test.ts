import { describe, expect, test } from 'vitest';
import { addDays, calendarPeriod, dayInZone, daysMeant, isDay, isTimeZone, lastPeriod } from './period';

describe('the business day', () => {
  test.each([
    ['2026-11-23T20:30:00Z', 'Europe/Moscow', '2026-11-23'],
    ['2026-11-23T21:30:00Z', 'Europe/Moscow', '2026-11-24'],
    ['2026-12-31T20:59:59Z', 'Europe/Moscow', '2026-12-31'],
    ['2026-12-31T21:00:00Z', 'Europe/Moscow', '2027-01-01'],
    ['2028-02-28T21:30:00Z', 'Europe/Moscow', '2028-02-29'],
    ['2026-03-29T00:59:59Z', 'Europe/Berlin', '2026-03-29'],
    ['2026-10-25T22:30:00Z', 'Europe/Berlin', '2026-10-25'],
    ['2026-06-01T12:00:00Z', 'Pacific/Kiritimati', '2026-06-02'],
    ['2026-06-01T10:00:00Z', 'America/Los_Angeles', '2026-06-01'],
  ])('%s in %s is %s', (instant, zone, day) => {
    expect(dayInZone(new Date(instant), zone)).toBe(day);
  });
});

describe('the period that ends today', () => {
  test.each([
    ['week', '2026-11-23', '2026-11-17'],
    ['month', '2026-11-23', '2026-10-24'],
    ['month', '2026-03-31', '2026-03-01'],
    ['month', '2028-03-30', '2028-03-01'],
    ['month', '2026-01-15', '2025-12-16'],
    ['year', '2026-11-23', '2025-11-24'],
    ['year', '2028-02-29', '2027-03-01'],
  ] as const)('%s to %s begins on %s', (period, today, from) => {
    expect(lastPeriod(period, today)).toEqual({ from, to: today });
  });
});

test.each([
  ['2026-02-29', false],
  ['2028-02-29', true],
  ['2026-13-01', false],
  ['2026-1-1', false],
  ['0000-00-00', false],
  ['2026-12-31', true],
])('%s is a day: %s', (text, real) => {
  expect(isDay(text)).toBe(real);
});

test('days are counted over month ends', () => {
  expect([addDays('2026-02-28', 1), addDays('2026-01-01', -1)]).toEqual(['2026-03-01', '2025-12-31']);
});

test('a time zone is one the runtime knows', () => {
  expect([isTimeZone('Asia/Yekaterinburg'), isTimeZone('Mars/Olympus')]).toEqual([true, false]);
});

test.each([
  ['today', '2026-11-23', '2026-11-23', '2026-11-23'],
  ['yesterday', '2026-03-01', '2026-02-28', '2026-02-28'],
  ['week', '2026-11-23', '2026-11-23', '2026-11-29'],
  ['week', '2026-11-29', '2026-11-23', '2026-11-29'],
  ['week', '2027-01-01', '2026-12-28', '2027-01-03'],
  ['month', '2028-02-10', '2028-02-01', '2028-02-29'],
  ['quarter', '2026-11-23', '2026-10-01', '2026-12-31'],
  ['quarter', '2026-03-31', '2026-01-01', '2026-03-31'],
  ['year', '2026-11-23', '2026-01-01', '2026-12-31'],
] as const)('the %s of %s is %s to %s', (period, today, from, to) => {
  expect(calendarPeriod(period, today)).toEqual({ from, to });
});

test('days that are named win over a period that moves', () => {
  expect(daysMeant({ period: 'month', from: '2026-01-05' }, '2026-11-23')).toEqual({ from: '2026-01-05', to: undefined });
  expect(daysMeant({ period: 'today' }, '2026-11-23')).toEqual({ from: '2026-11-23', to: '2026-11-23' });
  expect(daysMeant({}, '2026-11-23')).toEqual({ from: undefined, to: undefined });
});
