import { expect, test } from 'vitest';
import { axisDay, daySpan, percent, wholeMoney } from './compact';
import { makeFormat } from './format';

const settings = { timeZone: 'Europe/Moscow', currency: 'RUB', now: Date.UTC(2026, 10, 23) };
const ru = makeFormat({ ...settings, locale: 'ru' });
const en = makeFormat({ ...settings, locale: 'en' });

function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

test('short forms in both languages', () => {
  expect([wholeMoney(716_800_49, ru), wholeMoney(716_800_50, ru), wholeMoney(123_456_00, en)].map(plain)).toEqual([
    '716 800 ₽',
    '716 801 ₽',
    '123,456 ₽',
  ]);
  expect([percent(92, ru), percent(1000, ru), percent(143, en)].map(plain)).toEqual(['9,2 %', '100 %', '14.3 %']);
  expect([axisDay('2026-11-02', ru), axisDay('2026-05-12', ru), axisDay('2026-11-02', en)].map(plain)).toEqual([
    '2 ноя',
    '12 мая',
    '2 Nov',
  ]);
  expect(daySpan('2026-11-01', '2026-11-23', ru)).toBe('1 – 23 ноября');
  expect(daySpan('2026-10-25', '2026-11-23', ru)).toBe('25 октября – 23 ноября');
  expect(daySpan('2026-11-23', '2026-11-23', ru)).toBe('23 ноября');
  expect(daySpan('2025-11-23', '2026-11-03', en)).toBe('23 November – 3 November');
});
