import { expect, test } from 'vitest';
import { dayStart, minuteEnd } from './day-start';

test.each([
  ['2026-11-23', 'Europe/Moscow', '2026-11-22T21:00:00.000Z'],
  ['2026-11-23', 'UTC', '2026-11-23T00:00:00.000Z'],
  ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
  ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
  ['2026-11-01', 'America/New_York', '2026-11-01T04:00:00.000Z'],
  ['2026-06-01', 'Asia/Kamchatka', '2026-05-31T12:00:00.000Z'],
])('%s in %s begins at %s', (day, zone, instant) => {
  expect(new Date(dayStart(day, zone)).toISOString()).toBe(instant);
});

test('a minute ends before the next one begins, also when the clocks change', () => {
  expect(new Date(minuteEnd('2026-11-23', '14:05', 'Europe/Moscow')).toISOString()).toBe('2026-11-23T11:05:59.999Z');
  expect(new Date(minuteEnd('2026-03-29', '03:00', 'Europe/Berlin')).toISOString()).toBe('2026-03-29T01:00:59.999Z');
  expect(new Date(minuteEnd('2026-03-29', '01:59', 'Europe/Berlin')).toISOString()).toBe('2026-03-29T00:59:59.999Z');
});
