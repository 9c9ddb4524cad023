import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { getEngine } from '@/db/client';
import { recountOrder } from '@/db/queries/day-totals';
import { findOrder } from '@/db/queries/orders';
import { orders } from '@/db/schema/orders';
import { call } from '@/lib/testing/api';

/** An order of a month long past, changed today. */
beforeAll(async () => {
  const client = await call('POST', '/api/clients/add/', { first_name: 'Иван', last_name: 'Иванов', email: 'ivan@example.com' });
  await call('POST', '/api/orders/add/', { client: client.json.id, product: 'Стол', price: '1000.01' });
  await getEngine().transaction(async (tx) => {
    const { order } = (await findOrder(tx, 1)) ?? {};
    if (!order) throw new Error('no order');
    await recountOrder(tx, order, { ...order, businessDay: '2024-02-29' });
    await tx.update(orders).set({ businessDay: '2024-02-29' }).where(eq(orders.id, 1));
  });
  await call('POST', '/api/orders/edit/1/', { price: '900.00', status: 'Completed' });
});

test('200 each change with its effect, page by page, and sums that add up', async () => {
  const first = await call('GET', '/api/reports/changes/?from=2024-02-01&to=2024-02-29&limit=1');
  expect(first.json).toMatchObject({
    ended: true,
    adds_up: true,
    operations: 2,
    was: { orders: 0, total_price: '0.00', completed: 0, cancelled: 0 },
    now: { orders: 1, total_price: '900.00', completed: 1, cancelled: 0 },
    effect: { orders: 1, total_price: '900.00', completed: 1, cancelled: 0 },
    changes: [
      { order: 1, action: 'update', source: 'api', kind: 'order.edit', effect: { orders: 0, total_price: '-100.01', completed: 1 } },
    ],
    next: expect.stringMatching(/^\d+-\d+$/),
  });
  const second = await call('GET', `/api/reports/changes/?from=2024-02-01&to=2024-02-29&limit=1&after=${first.json.next}`);
  expect(second.json).toMatchObject({ changes: [{ action: 'create', effect: { orders: 1, total_price: '1000.01' } }], next: null });
  expect((await call('GET', '/api/reports/changes/?from=2024-01-01&to=2024-01-31')).json).toMatchObject({ operations: 0, changes: [] });
});

test.each([
  [''],
  ['?from=2024-02-01'],
  ['?from=2024-02-30&to=2024-03-01'],
  ['?from=2024-03-02&to=2024-03-01'],
  ['?from=2024-02-01&to=2024-02-29&after=x'],
])('400 for %j', async (query) => {
  expect((await call('GET', `/api/reports/changes/${query}`)).status).toBe(400);
});

test('401 for nobody', async () => {
  expect((await call('GET', '/api/reports/changes/?from=2024-02-01&to=2024-02-29', undefined, { as: null })).status).toBe(401);
});
