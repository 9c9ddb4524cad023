import { expect, test } from 'vitest';
import { parsePhone } from './phone';

test.each([
  ['8 (900) 123-45-67', '+79001234567'],
  ['+79001234567', '+79001234567'],
  ['89001234567', '+79001234567'],
  ['900 123 45 67', '+79001234567'],
  ['+7-900-123-45-67', '+79001234567'],
  ['+49 30 901820', '+4930901820'],
  ['12', undefined],
  ['телефон', undefined],
  ['+7 900 123-45', undefined],
  ['', undefined],
])('%s is stored as %s', (typed, stored) => {
  expect(parsePhone(typed)).toBe(stored);
});
