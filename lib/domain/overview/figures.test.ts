import { expect, test } from 'vitest';
import { isCalm } from './attention';
import { dayByDay, growth, statusSums } from './figures';

const rows = [
  { day: '2026-11-01', status: 'Pending', orders: 2, totalMinor: 500, paidMinor: 0 },
  { day: '2026-11-01', status: 'Cancelled', orders: 1, totalMinor: 100, paidMinor: 0 },
  { day: '2026-11-03', status: 'Pending', orders: 1, totalMinor: 50, paidMinor: 0 },
];

test('days without orders stand among the others', () => {
  expect(dayByDay(rows, { from: '2026-11-01', to: '2026-11-03' }).map(({ totalMinor }) => totalMinor)).toEqual([600, 0, 50]);
});

test('every status is told, also one that no order has', () => {
  expect(statusSums(rows, { from: '2026-11-01', to: '2026-11-02' })).toEqual([
    { status: 'Pending', orders: 2, totalMinor: 500 },
    { status: 'Completed', orders: 0, totalMinor: 0 },
    { status: 'Cancelled', orders: 1, totalMinor: 100 },
  ]);
});

test.each([
  [214, 196, 92],
  [18, 21, -143],
  [5, 5, 0],
  [0, 4, -1000],
  [3, 0, undefined],
  [0, 0, undefined],
])('%i after %i is %s tenths of a percent', (now, before, tenths) => {
  expect(growth(now, before)).toBe(tenths);
});

test('nothing waits only when nothing at all does', () => {
  const none = { orders: 0, totalMinor: 0 };
  const calm = {
    waiting: none,
    pendingDays: 3,
    waitingTo: '2026-11-20',
    overdue: none,
    noPhone: 0,
    month: { from: '2026-11-01', to: '2026-11-23' },
    samePhone: 0,
    sameInn: 0,
  };
  expect(isCalm(calm)).toBe(true);
  expect(isCalm({ ...calm, sameInn: 1 })).toBe(false);
  expect(isCalm({ ...calm, overdue: undefined })).toBe(false);
});
