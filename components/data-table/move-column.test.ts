import { expect, test } from 'vitest';
import { moveColumn } from './move-column';

test.each([
  ['b:-1', ['b', 'a', 'c']],
  ['b:1', ['a', 'c', 'b']],
  ['a:-1', ['a', 'b', 'c']],
  ['c:1', ['a', 'b', 'c']],
  ['x:1', ['a', 'b', 'c']],
  ['', ['a', 'b', 'c']],
])('%s', (move, order) => {
  expect(moveColumn(['a', 'b', 'c'], move)).toEqual(order);
});
