import { expect, test } from 'vitest';
import { makeFormat } from './format';
import { axisRange, isWholeMonth, rangeName, rangeText, rangeWithYear } from './ranges';

const settings = { timeZone: 'Europe/Moscow', currency: 'RUB', now: Date.UTC(2026, 10, 23, 9) };
const [ru, en] = [makeFormat({ locale: 'ru', ...settings }), makeFormat({ locale: 'en', ...settings })];
const range = (from: string, to: string) => ({ from, to });

test.each([
  ['2026-11-01', '2026-11-30', '1 – 30 ноября 2026', '1 – 30 ноября', 'ноябрь', '1–30 ноя'],
  ['2026-10-01', '2026-10-23', '1 – 23 октября 2026', '1 – 23 октября', '1 – 23 октября', '1–23 окт'],
  ['2025-11-01', '2025-11-30', '1 – 30 ноября 2025', '1 – 30 ноября 2025', 'ноябрь 2025', '1–30 ноя'],
  ['2026-11-30', '2026-12-06', '30 ноября – 6 декабря 2026', '30 ноября – 6 декабря', '30 ноября – 6 декабря', '30 ноя – 6 дек'],
  ['2026-11-23', '2026-11-23', '23 ноября 2026', '23 ноября', '23 ноября', '23 ноя'],
  ['2025-01-01', '2025-12-31', '1 января – 31 декабря 2025', '1 января – 31 декабря 2025', '2025', '1 янв – 31 дек'],
])('%s to %s in words', (from, to, withYear, text, name, axis) => {
  const plain = (value: string) => value.replaceAll('\u00a0', ' ');
  expect(plain(rangeWithYear(range(from, to), ru))).toBe(withYear);
  expect(plain(rangeText(range(from, to), ru))).toBe(text);
  expect(plain(rangeName(range(from, to), ru))).toBe(name);
  expect(plain(axisRange(range(from, to), ru))).toBe(axis);
});

test('over the turn of a year both years are told', () => {
  expect(rangeWithYear(range('2025-12-28', '2026-01-03'), ru)).toBe('28 декабря 2025 – 3 января 2026');
  expect(rangeText(range('2026-10-01', '2026-10-23'), en)).toBe('1 – 23 October');
});

test('a month is whole from its first to its last day, in February too', () => {
  expect(isWholeMonth(range('2028-02-01', '2028-02-29'))).toBe(true);
  expect(isWholeMonth(range('2028-02-01', '2028-02-28'))).toBe(false);
  expect(isWholeMonth(range('2026-02-01', '2026-03-31'))).toBe(false);
});
