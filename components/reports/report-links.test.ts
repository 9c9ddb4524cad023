import { expect, test } from 'vitest';
import type { ReportGroup } from '@/lib/domain/reports/analysis';
import { ordersBehind, ordersOfRow, pendingOf } from './report-links';

const range = { from: '2026-10-15', to: '2027-02-10' };
const scope = { range, conditions: { status: 'Pending,Completed', product_id: '7' } };
const queryOf = (href: string | undefined) => href && Object.fromEntries(new URLSearchParams(href.split('?')[1]));

test('a figure opens the orders of the same filter and days', () => {
  expect(queryOf(ordersBehind(scope, { sort: '-total_price' }))).toEqual({ ...scope.conditions, ...range, sort: '-total_price' });
});

test.each<[ReportGroup, string | number, Record<string, string>]>([
  ['client', 5, { client: '5' }],
  ['status', 'Pending', { status: 'Pending' }],
  ['manager', 2, { author: '2' }],
  ['product', 7, {}],
  ['day', '2026-11-03', { from: '2026-11-03', to: '2026-11-03' }],
  ['week', '2026-10-12', { from: '2026-10-15', to: '2026-10-18' }],
  ['week', '2026-11-30', { from: '2026-11-30', to: '2026-12-06' }],
  ['month', '2026-12', { from: '2026-12-01', to: '2026-12-31' }],
  ['month', '2027-02', { from: '2027-02-01', to: '2027-02-10' }],
  ['year', '2026', { from: '2026-10-15', to: '2026-12-31' }],
])('a row of a %s, %s, narrows them by %o', (group, key, narrowed) => {
  expect(queryOf(ordersOfRow(scope, [{ group, row: { key } }]))).toEqual({ ...scope.conditions, ...range, ...narrowed });
});

test('a row within a row narrows twice', () => {
  const steps = [
    { group: 'client', row: { key: 5 } },
    { group: 'month', row: { key: '2026-12' } },
  ] as const;
  expect(queryOf(ordersOfRow(scope, steps))).toMatchObject({ client: '5', from: '2026-12-01', to: '2026-12-31' });
});

test('what has no key is of number 0, and a second product stands beside the first', () => {
  expect(queryOf(ordersOfRow(scope, [{ group: 'product', row: { key: 8 } }]))).toMatchObject({ product_id: '7', with_product_id: '8' });
  expect(queryOf(ordersOfRow(scope, [{ group: 'product', row: { key: null } }]))).toMatchObject({ product_id: '7', with_product_id: '0' });
  expect(queryOf(ordersOfRow(scope, [{ group: 'manager', row: { key: null } }]))).toMatchObject({ author: '0' });
});

test('orders that wait are looked for only where the report has them', () => {
  expect(queryOf(pendingOf('/orders?status=Pending%2CCompleted&from=2026-10-15'))).toEqual({ status: 'Pending', from: '2026-10-15' });
  expect(pendingOf('/orders?status=Completed')).toBeUndefined();
});
