import { describe, expect, test } from 'vitest';
import { addDays, dayInZone, isDay, isTimeZone, lastPeriod } from './period';

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
