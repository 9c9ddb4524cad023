import { beforeAll, describe, expect, test } from 'vitest';
import { readClientListUrl } from '@/components/clients/client-list-url';
import { hrefWith } from '@/components/data-table/list-url';
import { readOrderListUrl } from '@/components/orders/order-list-url';
import { getEngine } from '@/db/client';
import { defaultSettings, writeSettings } from '@/db/queries/settings';
import { createClient } from '@/lib/domain/clients/create-client';
import { listClientPage } from '@/lib/domain/clients/list-clients';
import type { Ctx } from '@/lib/domain/context';
import { listDuplicates } from '@/lib/domain/duplicates/list-duplicates';
import { createOrder } from '@/lib/domain/orders/create-order';
import { deleteOrder } from '@/lib/domain/orders/delete-order';
import { editOrder } from '@/lib/domain/orders/edit-order';
import { listOrderPage } from '@/lib/domain/orders/list-orders';
import { orderStatuses } from '@/lib/domain/orders/schema';
import { getOverview } from '@/lib/domain/overview/get-overview';
import { overviewPeriods } from '@/lib/domain/overview/periods';
import { addPayment } from '@/lib/domain/payments/add-payment';
import { averageMinor } from '@/lib/domain/reports/figures';
import { systemCtx } from '@/lib/testing/people';
import { clientsOf, ordersOf, productOrders } from './overview-url';

const goods = ['Стол «Ёж»', 'стол «еж»', 'Кресло', 'Лампа', 'Бумага', 'Шкаф', 'Тумба', 'Полка', 'Вешалка', 'Коврик'];

function at(moment: string): Ctx {
  return { ...systemCtx(), now: () => new Date(moment) };
}

/** Half past eleven in the evening in Moscow, on the last day of a month that is longer than the one before. */
const now = at('2026-10-31T20:30:00Z');

beforeAll(async () => {
  await getEngine().transaction((tx) => writeSettings(tx, { ...defaultSettings, pendingDays: 4 }));
  const clients: number[] = [];
  for (let n = 0; n < 14; n++) {
    const moment = at(`2026-${n % 3 ? '10' : '09'}-${String(2 * n + 1).padStart(2, '0')}T21:30:00Z`);
    const phone = n % 4 ? `+7900000000${n % 5}` : null;
    clients.push((await createClient(moment, { company: `Фирма ${n}`, mobile_phone: phone, inn: n % 6 ? '' : '7804000118' })).id);
  }
  for (let n = 0; n < 90; n++) {
    const day = new Date(Date.UTC(2026, 8, 1 + (n % 61), n % 2 ? 20 : 21, 30)).toISOString();
    const items = [0, 1].map((line) => ({
      product: goods[(n * 3 + line * 7) % goods.length] ?? '',
      quantity: 1500,
      price: 1001 + ((n * 977) % 5000),
    }));
    const { order } = await createOrder(at(day), {
      client: clients[(n * 5) % clients.length],
      items,
      due_day: n % 3 ? '2026-10-20' : null,
    });
    if (n % 4 > 0) await editOrder(now, { id: order.id, input: { status: orderStatuses[n % 3] } });
    if (n % 5 === 0) await addPayment(now, { orderId: order.id, input: { day: '2026-10-30', amount: order.totalMinor, method: 'cash' } });
    if (n % 13 === 0) await deleteOrder(now, { id: order.id });
  }
});

async function paramsOf(href: string): Promise<Record<string, string>> {
  return Object.fromEntries(new URL(href, 'http://here').searchParams);
}

/** What the list behind a link says under its rows. */
async function orderList(href: string) {
  const url = readOrderListUrl(await paramsOf(href));
  const { count, totalMinor } = await listOrderPage(now, url.filter, url.page);
  return { orders: count, totalMinor };
}

async function clientList(href: string): Promise<number | undefined> {
  const url = readClientListUrl(await paramsOf(href));
  return (await listClientPage(now, url.filter, url.page)).count;
}

describe.each(overviewPeriods)('the overview of %s', (period) => {
  test('each figure is what the list behind it says', async () => {
    const { now: is, was, days, before } = await getOverview(now, period);
    for (const [figures, range] of [
      [is, days],
      [was, before],
    ] as const) {
      const list = await orderList(ordersOf(range));
      expect(list).toEqual({ orders: figures.orders, totalMinor: figures.totalMinor });
      expect(averageMinor(list.totalMinor ?? 0, list.orders ?? 0)).toBe(figures.averageMinor);
      expect(await clientList(clientsOf(range))).toBe(figures.newClients);
    }
  });

  test('each day and each status is', async () => {
    const { drawn, statuses, days, now: is } = await getOverview(now, period);
    for (const { day, totalMinor } of [...drawn.days, ...drawn.before])
      expect((await orderList(ordersOf({ from: day, to: day }))).totalMinor, day).toBe(totalMinor);
    for (const { status, orders, totalMinor } of statuses)
      expect(await orderList(ordersOf(days, { status }))).toEqual({ orders, totalMinor });
    expect(statuses.reduce((sum, { totalMinor }) => sum + totalMinor, 0)).toBe(is.totalMinor);
  });

  test('each client and each product is, the largest first', async () => {
    const { clients, products, days } = await getOverview(now, period);
    for (const { clientId, orders, totalMinor } of clients)
      expect(await orderList(ordersOf(days, { client: String(clientId) }))).toEqual({ orders, totalMinor });
    for (const product of products) expect((await orderList(productOrders(days, product))).orders, product.name).toBe(product.orders);
    for (const rows of [clients, products]) {
      expect(rows.length).toBeLessThanOrEqual(8);
      expect(rows.map(({ totalMinor }) => totalMinor)).toEqual(rows.map(({ totalMinor }) => totalMinor).sort((a, b) => b - a));
    }
  });

  test('the latest orders are the first of the period’s list', async () => {
    const { latest, days } = await getOverview(now, period);
    const url = readOrderListUrl(await paramsOf(ordersOf(days)));
    const { rows } = await listOrderPage(now, url.filter, url.page);
    expect(latest.map(({ order }) => order.id)).toEqual(rows.slice(0, 6).map(({ order }) => order.id));
  });
});

test('what needs attention is what its list holds', async () => {
  const { attention, today } = await getOverview(now, 'month');
  expect(today).toBe('2026-10-31');
  const { waiting, waitingTo, overdue, noPhone, month, samePhone, sameInn } = attention;
  expect(waitingTo).toBe('2026-10-27');
  const waitingList = await orderList(hrefWith('/orders', { status: 'Pending', to: waitingTo }));
  expect(waitingList).toEqual({ orders: waiting.orders, totalMinor: waiting.totalMinor });
  expect(await orderList(hrefWith('/orders', { payment: 'overdue' }))).toEqual(overdue);
  expect(await clientList(clientsOf(month, { has_phone: '0' }))).toBe(noPhone);
  expect((await listDuplicates(now, { by: 'phone', limit: 50 })).groups).toHaveLength(samePhone);
  expect((await listDuplicates(now, { by: 'inn', limit: 50 })).groups).toHaveLength(sameInn);
  for (const count of [waiting.orders, overdue?.orders, noPhone, samePhone, sameInn]) expect(count).toBeGreaterThan(0);
});

test('half an hour later a new month has begun', async () => {
  const later = await getOverview(at('2026-10-31T21:00:00Z'), 'month');
  expect(later.today).toBe('2026-11-01');
  expect(later.days).toEqual({ from: '2026-11-01', to: '2026-11-01' });
  expect(later.before).toEqual({ from: '2026-10-01', to: '2026-10-01' });
  // The one that was taken half an hour past midnight.
  expect(later.now.orders).toBe(1);
});
