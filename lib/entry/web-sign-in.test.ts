import { expect, test } from 'vitest';
import { safeReturn } from './web-sign-in';

test.each([
  ['/orders?q=стол&page=2', '/orders?q=стол&page=2'],
  ['/', '/'],
  [undefined, '/'],
  ['', '/'],
  ['https://evil.example/', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['javascript:alert(1)', '/'],
])('after signing in, %s leads to %s', (asked, to) => {
  expect(safeReturn(asked)).toBe(to);
});
