import { expect, test } from 'vitest';
import type { GroupRow } from '@/lib/domain/reports/analysis';
import { openAtFirst, sectionsOf } from './sections';

/** Rows of these shares of 100, largest first as a report gives them. */
function rowsOf(shares: number[]): GroupRow[] {
  let cumulative = 0;
  return shares.map((share, at) => {
    cumulative += share * 100;
    const figures = { orders: at + 1, pending: at, totalMinor: share * 1000, quantityMilli: share };
    return { key: at + 1, name: `Клиент ${at + 1}`, ...figures, share: share * 100, cumulative, parts: [] };
  });
}

const nameOf = ({ name }: GroupRow) => name ?? '';

test('clients fall into classes by the cumulative share', () => {
  const sections = sectionsOf(rowsOf([50, 30, 10, 5, 3, 2]), ['client'], undefined, nameOf);
  expect(sections.map(({ key, rows }) => [key, rows.map((row) => row.key)])).toEqual([
    ['A', [1, 2]],
    ['B', [3, 4]],
    ['C', [5, 6]],
  ]);
  expect(sections[1]?.figures).toEqual({ orders: 7, pending: 5, totalMinor: 15_000, quantityMilli: 15, share: 1500, cumulative: 9500 });
  expect(openAtFirst(sections)).toEqual(['A']);
});

test('whoever brings everything is in A; where nothing is brought, nobody is', () => {
  expect(sectionsOf(rowsOf([100]), ['client'], undefined, nameOf).map(({ key }) => key)).toEqual(['A']);
  const nothing = rowsOf([0, 0]).map((row) => ({ ...row, cumulative: 10_000 }));
  expect(sectionsOf(nothing, ['client'], undefined, nameOf).map(({ key }) => key)).toEqual(['C']);
});

test('orders of products are not added up: one may stand in several', () => {
  const [first] = sectionsOf(rowsOf([50, 30, 20]), ['product'], undefined, nameOf);
  expect(first?.figures).toMatchObject({ orders: undefined, totalMinor: 80_000 });
});

test('classes keep their rows, whatever these are sorted by', () => {
  const sections = sectionsOf(rowsOf([50, 30, 20]), ['client'], { sort: 'orders', descending: true }, nameOf);
  expect(sections.map(({ rows }) => rows.map((row) => row.key))).toEqual([[2, 1], [3]]);
});

test('of two groups the first heads the rows of the second, both sorted', () => {
  const [one, other] = rowsOf([60, 40]);
  const rows = [
    { ...one, parts: rowsOf([40, 20]) },
    { ...other, parts: rowsOf([40]) },
  ] as GroupRow[];
  const sections = sectionsOf(rows, ['client', 'status'], { sort: 'total', descending: false }, nameOf);
  expect(sections.map(({ key, rows: parts }) => [key, parts.map((row) => row.totalMinor)])).toEqual([
    ['2', [40_000]],
    ['1', [20_000, 40_000]],
  ]);
  expect(openAtFirst(sections)).toEqual(['2', '1']);
});

test('days are one table in their order', () => {
  const sections = sectionsOf(rowsOf([10, 90]), ['day'], undefined, nameOf);
  expect(sections).toHaveLength(1);
  expect(sections[0]).toMatchObject({ key: 'all', heading: undefined });
});
