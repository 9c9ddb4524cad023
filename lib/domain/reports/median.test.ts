import fc from 'fast-check';
import { expect, test } from 'vitest';
import { medianOf } from './median';
import { sortBreathing } from './sort-breathing';

test.each([
  [[], 0],
  [[[7]], 7],
  [[[1], [4]], 3],
  [[[5, 5], [], [5]], 5],
  [[[0, 9_007_199_254_740]], 4_503_599_627_370],
])('the middle of %j is %i', async (lists, median) => {
  expect(await medianOf(lists)).toBe(median);
});

test('the middle is that of the sorted values, half up', async () => {
  const lists = fc.array(fc.array(fc.oneof(fc.nat(20), fc.nat(900_000_000_000))), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(lists, async (values) => {
      const sorted = values.flat().sort((a, b) => a - b);
      const half = sorted.length / 2;
      const pair = (sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0);
      expect(await medianOf(values)).toBe(Math.floor((pair + 1) / 2));
    }),
  );
});

test('sorting in pieces is sorting', async () => {
  const values = Array.from({ length: 9001 }, (_, n) => ({ key: (n * 7919) % 1013, n }));
  const compare = (a: { key: number }, b: { key: number }) => a.key - b.key;
  expect(await sortBreathing(values, compare)).toEqual(values.toSorted(compare));
});
