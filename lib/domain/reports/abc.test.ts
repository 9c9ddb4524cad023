import { expect, test } from 'vitest';
import { abcClass } from './abc';

function classesOf(...shares: number[]): string {
  let cumulative = 0;
  return shares
    .map((share) => {
      cumulative += share;
      return abcClass({ totalMinor: share, share, cumulative });
    })
    .join('');
}

test.each([
  [[5000, 3000, 1000, 500, 400, 100], 'AABBCC'],
  [[4000, 4001, 1999], 'ABC'],
  // One client is nearly everything, or everything.
  [[9700, 300], 'AC'],
  [[10_000], 'A'],
  // A row that leaps over the whole of B.
  [[7000, 2700, 300], 'ABC'],
  [[8000, 1500, 500], 'ABC'],
  [[10_000, 0, 0], 'ACC'],
])('shares of %j are of classes %s', (shares, classes) => {
  expect(classesOf(...shares)).toBe(classes);
});
