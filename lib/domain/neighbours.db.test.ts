import { beforeAll, expect, test } from 'vitest';
import { systemCtx } from '@/lib/testing/people';
import { createClient } from './clients/create-client';
import { findClientNeighbours } from './clients/find-neighbours';
import { listClientPage } from './clients/list-clients';
import { countOrders } from './orders/count-orders';
import { createOrder } from './orders/create-order';
import { editOrder } from './orders/edit-order';
import { findOrderNeighbours } from './orders/find-neighbours';
import { listOrderPage } from './orders/list-orders';

const ctx = systemCtx();

beforeAll(async () => {
  for (const company of ['Берег', 'Ёлки', 'Вектор']) await createClient(ctx, { company });
  for (let n = 0; n < 25; n++)
    await createOrder(ctx, { client: (n % 3) + 1, items: [{ product: n % 2 ? 'Стол' : 'Стул', quantity: 1000, price: 100 * (n % 4) }] });
});

const sorting = { sort: 'total_price', descending: true, further: [{ sort: 'client' }] } as const;

test('every order of a list knows its neighbours, its place and its page', async () => {
  const filter = { product: 'стол' };
  const ids = (await listOrderPage(ctx, filter, { ...sorting, limit: 100 })).rows.map(({ order }) => order.id);
  for (const [at, id] of ids.entries()) {
    const found = await findOrderNeighbours(ctx, filter, { ...sorting, size: 5 }, id);
    expect(found).toMatchObject({ previous: ids[at - 1], next: ids[at + 1], position: at + 1, total: ids.length });
    const page = await listOrderPage(ctx, filter, { ...sorting, limit: 5, after: found?.page });
    expect(page.rows.map(({ order }) => order.id)).toContain(id);
    expect(page.passed).toBe(at - (at % 5));
  }
});

test('an order that has left its list still stands between the same two', async () => {
  const filter = { status: 'Pending' as const };
  const [, before, moved, after] = (await listOrderPage(ctx, filter, { sort: 'id', limit: 4 })).rows.map(({ order }) => order.id);
  await editOrder(ctx, { id: moved ?? 0, input: { status: 'Completed' } });
  expect(await findOrderNeighbours(ctx, filter, { sort: 'id', size: 50 }, moved ?? 0)).toMatchObject({ previous: before, next: after });
  expect(await findOrderNeighbours(ctx, filter, { sort: 'id', size: 50 }, 999_999)).toBeUndefined();
});

test('clients too, sorted by what their orders come to', async () => {
  const order = { sort: 'total', descending: true } as const;
  const ids = (await listClientPage(ctx, {}, { ...order, limit: 10 })).rows.map(({ client }) => client.id);
  expect(await findClientNeighbours(ctx, {}, { ...order, size: 2 }, ids[1] ?? 0)).toMatchObject({
    previous: ids[0],
    next: ids[2],
    position: 2,
    total: 3,
    page: undefined,
  });
});

test('days sum what the filter finds on them, counts end where they are capped', async () => {
  const filter = { product: 'стул' };
  const { days, count, totalMinor } = await listOrderPage(ctx, filter, { sort: 'created_at', limit: 3 });
  expect([...days.values()]).toEqual([{ orders: count, totalMinor }]);
  expect((await listOrderPage(ctx, filter, { sort: 'id', limit: 3 })).days.size).toBe(0);
  expect(await countOrders(ctx, filter)).toBe(13);
  expect(await countOrders(ctx, filter, 5)).toBeUndefined();
});
