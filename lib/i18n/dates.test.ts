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
