import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { getEngine } from '@/db/client';
import type { Tx } from '@/db/engines/engine';
import { orderDayTotals, orderLines, orders, payments } from '@/db/schema/orders';
import { ctxOf } from '@/lib/testing/people';
import { createClient } from '../clients/create-client';
import type { Ctx } from '../context';
import { createOrder } from '../orders/create-order';
import { deleteOrder } from '../orders/delete-order';
import { editOrder } from '../orders/edit-order';
import { addPayment } from '../payments/add-payment';
import { dayInZone } from '../period';
import { getSettings } from '../settings/get-settings';
import { checkTotals } from './check-totals';
import { type ControlName, controlNames, holds, wrongFigures } from './control-row';
import { verifyControl } from './verify-control';

let ctx: Ctx;
let today = '';

/** Half a kopeck, a discount, several statuses, payments, a cancelled order that was paid, one in the bin. */
beforeAll(async () => {
  ctx = await ctxOf('manager');
  today = dayInZone(ctx.now(), (await getSettings(ctx.db)).timeZone);
  const [one, other] = [await createClient(ctx, { company: 'Берег' }), await createClient(ctx, { company: 'Маяк' })];
  const odd = { product: 'Кабель', quantity: 1_501, price: 333, discount: 7 };
  const plain = { product: 'Стол', quantity: 2_000, price: 15_000 };
  await createOrder(ctx, { client: one.id, items: [odd, plain], due_day: '2020-01-01' });
  await createOrder(ctx, { client: other.id, items: [plain], status: 'Completed' });
  await createOrder(ctx, { client: other.id, items: [odd], status: 'Cancelled' });
  await editOrder(ctx, { id: 1, input: { items: [odd, plain, odd] } });
  await addPayment(ctx, { orderId: 2, input: { day: today, amount: 30_000, method: 'cash' } });
  await addPayment(ctx, { orderId: 3, input: { day: today, amount: 100, method: 'cash' } });
  const { order } = await createOrder(ctx, { client: one.id, items: [plain] });
  await deleteOrder(ctx, { id: order.id });
});

async function failing(): Promise<ControlName[]> {
  return (await checkTotals(ctx)).rows.filter((row) => !holds(row)).map(({ what }) => what);
}

test('every sum that is shown is what the lines come to, and every kind of it is looked at', async () => {
  const { rows, orders: looked } = await checkTotals(ctx);
  expect(rows.filter((row) => !holds(row))).toEqual([]);
  expect(rows.map(({ what }) => what).sort()).toEqual([...controlNames].sort());
  expect(looked).toBe(3);
  // 1.501 × 3.33 = 4.99833, half a kopeck up 5.00, without 0.07; and 300.00.
  const totals = rows.find(({ what }) => what === 'listAll');
  expect(totals?.shown).toEqual({ count: 3, totalMinor: 493 + 30_000 + 493 + 30_000 + 493 });
  expect(rows.find(({ what }) => what === 'listOverdue')?.shown).toEqual({ count: 1, totalMinor: 30_986 });
  expect(rows.every(({ shown }) => shown !== null)).toBe(true);
  expect(await ctx.db.read((tx) => verifyControl(tx, ctx.now))).toEqual([]);
});

type Write = (tx: Tx) => PromiseLike<unknown>;

/** What is forged, how it is put right again, and every row that must fail. */
const forgeries: [what: string, forge: Write, mend: Write, rows: ControlName[], named: string][] = [
  [
    'the stored total of a line',
    (tx) => tx.update(orderLines).set({ totalMinor: 30_001 }).where(eq(orderLines.totalMinor, 30_000)),
    (tx) => tx.update(orderLines).set({ totalMinor: 30_000 }).where(eq(orderLines.totalMinor, 30_001)),
    ['lineTotals', 'topProducts', 'productSales', 'exportLines', 'reportMonthParts'],
    'orders 1, 2',
  ],
  [
    'the price of a line',
    (tx) => tx.update(orderLines).set({ priceMinor: 15_001 }).where(eq(orderLines.orderId, 2)),
    (tx) => tx.update(orderLines).set({ priceMinor: 15_000 }).where(eq(orderLines.orderId, 2)),
    [
      'orderTotals',
      'lineTotals',
      'days',
      'listAll',
      'listCompleted',
      'listMonth',
      'listPaid',
      'listUnpaid',
      'overviewToday',
      'overviewWeek',
      'overviewMonth',
      'overviewDays30',
      'overviewCompleted',
      'overviewChart',
      'reportMonth',
      'reportMonthBars',
      'reportMonthRows',
      'reportMonthParts',
      'reportYear',
      'reportYearBars',
      'reportYearRows',
      'exportOrders',
      'exportLines',
      'topClients',
      'topProducts',
      'clientTotals',
      'clientDebts',
      'productSales',
    ],
    'orders 2',
  ],
  [
    'the stored total of an order',
    (tx) => tx.update(orders).set({ totalMinor: 494 }).where(eq(orders.id, 3)),
    (tx) => tx.update(orders).set({ totalMinor: 493 }).where(eq(orders.id, 3)),
    [
      'orderTotals',
      'reportMonth',
      'reportMonthBars',
      'reportMonthRows',
      'reportYear',
      'reportYearBars',
      'reportYearRows',
      'exportOrders',
      'topClients',
      'clientTotals',
    ],
    'orders 3',
  ],
  [
    'the totals of a day long ago',
    (tx) => tx.insert(orderDayTotals).values({ day: '2019-05-05', status: 'Pending', orders: 1, totalMinor: 5, paidMinor: 0 }),
    (tx) => tx.delete(orderDayTotals).where(eq(orderDayTotals.day, '2019-05-05')),
    ['days', 'listAll', 'listPending', 'overviewWaiting'],
    'days 2019-05-05',
  ],
  [
    'a payment',
    (tx) => tx.update(payments).set({ amountMinor: 29_999 }).where(eq(payments.orderId, 2)),
    (tx) => tx.update(payments).set({ amountMinor: 30_000 }).where(eq(payments.orderId, 2)),
    ['paid', 'listPaid', 'listUnpaid', 'clientDebts'],
    'orders 2',
  ],
];

test.each(forgeries)('%s: exactly the rows that show it fail', async (_, forge, mend, rows, named) => {
  const { transaction } = getEngine();
  await transaction((tx) => Promise.resolve(forge(tx)));
  expect((await failing()).sort()).toEqual([...rows].sort());
  const told = await ctx.db.read((tx) => verifyControl(tx, ctx.now));
  expect(told.length).toBe(rows.length);
  expect(told.filter((line) => line.includes('\n'))).toEqual([]);
  expect(told[0]).toContain(named);
  await transaction((tx) => Promise.resolve(mend(tx)));
  expect(await failing()).toEqual([]);
});

test('a place that counts no further than it must is left out of the comparison', () => {
  const row = { section: 'lists', what: 'listPaid', shown: null, counted: { count: 5 }, differing: null } as const;
  expect([holds(row), wrongFigures({ shown: { count: 4 }, counted: { count: 5 } })]).toEqual([true, ['count']]);
});

test('a write while it runs changes nothing of what it compares', async () => {
  const [{ rows }] = await Promise.all([
    checkTotals(ctx),
    createOrder(ctx, { client: 1, items: [{ product: 'Стул', quantity: 1000, price: 100 }] }),
    editOrder(ctx, { id: 1, input: { status: 'Completed' } }),
  ]);
  expect(rows.filter((row) => !holds(row))).toEqual([]);
});

test('whoever asks while a check is under way waits for that one', async () => {
  const viewer = await ctxOf('viewer');
  const [one, other] = await Promise.all([checkTotals(ctx), checkTotals(viewer)]);
  expect(other).toBe(one);
  expect(await checkTotals(ctx)).not.toBe(one);
});
