import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { getEngine } from '@/db/client';
import { orders } from '@/db/schema/orders';
import { systemCtx } from '@/lib/testing/people';
import type { Ctx } from '../context';
import { createOrder } from '../orders/create-order';
import { deleteOrder } from '../orders/delete-order';
import { editOrder } from '../orders/edit-order';
import { getOrderLinks } from '../orders/get-order-links';
import { addPayment } from '../payments/add-payment';
import { listClientPayments } from '../payments/list-client-payments';
import { previousPrices } from '../products/previous-prices';
import { createClient } from './create-client';
import { listClientMonths } from './list-client-months';

let clock = Date.UTC(2026, 0, 10, 9);
const ctx: Ctx = { ...systemCtx(), now: () => new Date(clock) };
const at = (year: number, month: number, day: number) => {
  clock = Date.UTC(year, month - 1, day, 9);
};
const line = (product: string, price: number) => ({ product, quantity: 1000, price });
const newClient = async () => (await createClient(ctx, { company: 'Берег' })).id;
const newOrder = async (client: number, ...items: ReturnType<typeof line>[]) => (await createOrder(ctx, { client, items })).order;

test('the price of a product is that of the client’s latest earlier live order', async () => {
  const [client, other] = [await newClient(), await newClient()];
  at(2026, 1, 10);
  const first = await newOrder(client, line('Стол', 100), line('Стол', 110), line('Стул', 50));
  at(2026, 2, 10);
  const second = await newOrder(client, line('Стол', 120));
  await newOrder(other, line('Стол', 999), line('Шкаф', 999));
  at(2026, 3, 10);
  const binned = await newOrder(client, line('Стол', 130));
  await deleteOrder(ctx, { id: binned.id });
  const ask = async (before?: typeof first) => {
    const found = await previousPrices(ctx, { clientId: client, products: ['Стол', 'Стул', 'Шкаф', 'Стол'], before });
    return [...found].map(([product, { priceMinor, orderId }]) => [product, priceMinor, orderId]).sort();
  };
  expect(await ask()).toEqual([
    ['Стол', 120, second.id],
    ['Стул', 50, first.id],
  ]);
  expect(await ask(second)).toEqual([
    ['Стол', 110, first.id],
    ['Стул', 50, first.id],
  ]);
  expect(await ask(first)).toEqual([]);
  expect((await previousPrices(ctx, { clientId: client, products: [] })).size).toBe(0);
});

test('months are told from the oldest, empty ones too, without cancelled orders', async () => {
  const client = await newClient();
  at(2025, 12, 31);
  await newOrder(client, line('Стол', 100));
  await newOrder(client, line('Стол', 50));
  at(2026, 2, 1);
  const cancelled = await newOrder(client, line('Стол', 700));
  await editOrder(ctx, { id: cancelled.id, input: { status: 'Cancelled' } });
  at(2025, 11, 30);
  await newOrder(client, line('Стол', 900));
  expect(await listClientMonths(ctx, { clientId: client, months: 3, today: '2026-02-11' })).toEqual([
    { from: '2025-12-01', to: '2025-12-31', orders: 2, totalMinor: 150 },
    { from: '2026-01-01', to: '2026-01-31', orders: 0, totalMinor: 0 },
    { from: '2026-02-01', to: '2026-02-28', orders: 0, totalMinor: 0 },
  ]);
});

test('a client’s payments are those of his live orders', async () => {
  const client = await newClient();
  const [kept, binned] = [await newOrder(client, line('Стол', 100)), await newOrder(client, line('Стол', 100))];
  for (const { id } of [kept, binned])
    await addPayment(ctx, { orderId: id, input: { day: `2026-01-0${id % 9 || 9}`, amount: 10, method: 'cash' } });
  await deleteOrder(ctx, { id: binned.id });
  expect((await listClientPayments(ctx, client, 10)).map(({ orderId }) => orderId)).toEqual([kept.id]);
});

test('an order knows what it repeats and what repeats it', async () => {
  const client = await newClient();
  const [first, second] = [await newOrder(client, line('Стол', 100)), await newOrder(client, line('Стол', 100))];
  await getEngine().transaction((tx) => tx.update(orders).set({ repeatOf: first.id }).where(eq(orders.id, second.id)));
  expect((await getOrderLinks(ctx, { ...second, repeatOf: first.id })).repeatOf?.id).toBe(first.id);
  expect((await getOrderLinks(ctx, first)).repeats.map(({ id }) => id)).toEqual([second.id]);
  await deleteOrder(ctx, { id: second.id });
  expect(await getOrderLinks(ctx, first)).toEqual({ repeatOf: undefined, repeats: [] });
});
