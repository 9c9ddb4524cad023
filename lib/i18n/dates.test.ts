import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apiDateTime, russianDateTime } from './dates';

const evening = Date.UTC(2024, 11, 17, 18, 0);

test('an instant is shown in the organisation’s zone', () => {
  expect(apiDateTime(evening, 'Europe/Moscow')).toBe('17.12.2024 21:00');
  expect(apiDateTime(evening, 'Asia/Kamchatka')).toBe('18.12.2024 06:00');
  expect(apiDateTime(Date.UTC(2024, 11, 17, 21, 0), 'Europe/Moscow')).toBe('18.12.2024 00:00');
});

test('a saved report’s moment reads as in the contract', () => {
  expect(russianDateTime(evening, 'Europe/Moscow')).toBe('17 декабря 2024 года, 21:00');
  expect(russianDateTime(Date.UTC(1969, 11, 31, 21, 0), 'Europe/Moscow')).toBe('1 января 1970 года, 00:00');
});

test('any instant in any zone is shown as Intl alone would show it', () => {
  const zones = fc.constantFrom(
    'Europe/Moscow',
    'Asia/Kolkata',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'America/St_Johns',
    'Africa/Monrovia',
    'UTC',
  );
  const instants = fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2100, 0, 1) });
  fc.assert(
    fc.property(zones, instants, (timeZone, instant) => {
      const format = new Intl.DateTimeFormat('ru-RU', { timeZone, dateStyle: 'short', timeStyle: 'short' });
      const [day = '', time = ''] = format.format(instant).split(', ');
      const [date = '', month = ''] = day.split('.');
      const shown = apiDateTime(instant, timeZone);
      expect([shown.slice(0, 5), shown.slice(-5)]).toEqual([`${date}.${month}`, time.padStart(5, '0')]);
    }),
  );
});
