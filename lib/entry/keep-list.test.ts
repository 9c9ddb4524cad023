import { expect, test } from 'vitest';
import { keepList } from './keep-list';

test.each([
  ['/orders/5', 'http://shop/orders/5?in=status%3DPending%26q%3Dстол', '/orders/5?in=status%3DPending%26q%3D%D1%81%D1%82%D0%BE%D0%BB'],
  ['/orders/5?problem=stale_version', 'http://shop/orders/5?in=all', '/orders/5?problem=stale_version&in=all'],
  ['/orders/5#comments', 'http://shop/orders/5?in=all', '/orders/5?in=all#comments'],
  ['/orders/5', 'http://shop/orders/6?in=all', '/orders/5'],
  ['/orders/5', 'http://shop/orders/5', '/orders/5'],
  ['/orders/5?in=x', 'http://shop/orders/5?in=all', '/orders/5?in=x'],
  ['/orders/5', 'no address', '/orders/5'],
  ['/orders/5', null, '/orders/5'],
])('%s pressed at %s leads to %s', (path, from, expected) => {
  expect(keepList(path, from)).toBe(expected);
});
