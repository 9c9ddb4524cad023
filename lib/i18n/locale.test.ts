import { expect, test } from 'vitest';
import { localeOfHeader } from './locale';

test.each([
  [undefined, 'ru'],
  ['', 'ru'],
  ['*', 'ru'],
  ['en', 'en'],
  ['en-US,en;q=0.9', 'en'],
  ['ru-RU,ru;q=0.9,en;q=0.8', 'ru'],
  ['de,fr', 'ru'],
  ['de, en;q=0.5', 'en'],
  ['en;q=0, ru', 'ru'],
  ['en;q=0.3, ru;q=0.9', 'ru'],
  ['EN-gb;q=1', 'en'],
  [';;;,q=', 'ru'],
])('Accept-Language %j is answered in %s', (header, locale) => {
  expect(localeOfHeader(header)).toBe(locale);
});
