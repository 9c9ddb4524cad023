import { beforeAll, expect, test } from 'vitest';
import { systemCtx } from '@/lib/testing/people';
import { createClient } from './clients/create-client';
import { getClientCard } from './clients/get-client';
import { listClientPage } from './clients/list-clients';
import type { Ctx } from './context';
import { createOrder } from './orders/create-order';
import { editOrder } from './orders/edit-order';
import { listOrderPage } from './orders/list-orders';
import { addPayment } from './payments/add-payment';
import { createReport } from './reports/create-report';

const at = (moment: string): Ctx => ({ ...systemCtx(), now: () => new Date(moment) });
const newest = { sort: 'id', limit: 50 } as const;
let client = 0;

beforeAll(async () => {
  client = (await createClient(at('2026-10-31T20:30:00Z'), { company: 'ООО «Вектор»' })).id;
  await createClient(at('2026-10-31T21:30:00Z'), { company: 'ООО «Берег»' });
  const take = async (moment: string, price: number) =>
    (await createOrder(at(moment), { client, items: [{ product: 'Стол', quantity: 1000, price }] })).order.id;
  const [, paid, part, cancelled] = [
    await take('2026-11-01T10:00:00Z', 10_000),
    await take('2026-11-02T10:00:00Z', 20_000),
    await take('2026-11-03T10:00:00Z', 30_000),
    await take('2026-11-30T20:59:00Z', 40_000),
  ];
  const pay = (orderId: number, amount: number) =>
    addPayment(systemCtx(), { orderId, input: { day: '2026-11-05', amount, method: 'bank' } });
  await pay(paid, 25_000);
  await pay(part, 10_000);
  await editOrder(systemCtx(), { id: cancelled, input: { status: 'Cancelled' } });
});

test('what a client owes is what his unpaid orders owe; a cancelled one owes nothing, an overpaid one pays for no other', async () => {
  const { totals } = await getClientCard(systemCtx(), client);
  expect(totals).toMatchObject({ orders: 4, totalMinor: 100_000, debtMinor: 30_000 });
  const { rows } = await listOrderPage(systemCtx(), { client_id: client, payment: 'unpaid' }, newest);
  expect(rows.map(({ order }) => order.totalMinor)).toEqual([10_000, 30_000]);
  expect(rows.reduce((sum, { order }) => sum + order.totalMinor - order.paidMinor, 0)).toBe(totals.debtMinor);
});

test('every figure of a report equals the rows behind it, also at the edges of a month', async () => {
  const period = { from: '2026-11-01', to: '2026-11-30' };
  const report = await createReport(systemCtx(), period);
  const orders = await listOrderPage(systemCtx(), period, newest);
  expect([report.newOrdersCount, report.totalOrdersMinor]).toEqual([orders.count, orders.totalMinor]);
  expect([orders.count, orders.totalMinor]).toEqual([4, 100_000]);
  const clients = await listClientPage(systemCtx(), period, newest);
  expect([report.newClientsCount, clients.rows.map((row) => row.client.company)]).toEqual([1, ['ООО «Берег»']]);
  expect((await listOrderPage(systemCtx(), { from: '2026-12-01' }, newest)).count).toBe(0);
});

test('a list’s sum and count are of everything found, not of the page', async () => {
  const page = await listOrderPage(systemCtx(), {}, { sort: 'total_price', descending: true, limit: 1 });
  expect([page.rows.length, page.count, page.totalMinor]).toEqual([1, 4, 100_000]);
});
