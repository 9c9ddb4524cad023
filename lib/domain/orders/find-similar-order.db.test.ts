import { beforeAll, expect, test } from 'vitest';
import { ctxOf } from '@/lib/testing/people';
import { createClient } from '../clients/create-client';
import type { Ctx } from '../context';
import { listHistory } from '../history/list-history';
import { createOrder } from './create-order';
import { deleteOrder } from './delete-order';
import { findLastOrder, findSimilarOrder } from './find-similar-order';

let ctx: Ctx;
let clientId = 0;

const at = (instant: string): Ctx => ({ ...ctx, now: () => new Date(instant) });
const items = (...products: string[]) => products.map((product) => ({ product, quantity: 1000, price: 100 }));

beforeAll(async () => {
  ctx = await ctxOf('manager');
  clientId = (await createClient(ctx, { company: 'ООО «Вектор»' })).id;
});

test('an order of the last day with half of the lines is similar, others are not', async () => {
  const { order } = await createOrder(at('2026-11-23T10:00:00Z'), { client: clientId, items: items('Стол', 'Стул', 'Лампа') });
  const ask = (products: string[], now = '2026-11-23T10:05:00Z', client = clientId) =>
    findSimilarOrder(at(now), { clientId: client, products });
  expect(await ask(['стол', 'Шкаф'])).toEqual({ id: order.id, createdAt: order.createdAt, shared: 1, of: 2 });
  expect(await ask(['стол', 'Шкаф', 'Бра'])).toBeUndefined();
  expect(await ask([' '])).toBeUndefined();
  expect(await ask(['стол'], '2026-11-24T10:00:01Z')).toBeUndefined();
  expect(await ask(['стол'], undefined, clientId + 1)).toBeUndefined();
  await deleteOrder(ctx, { id: order.id });
  expect(await ask(['стол'])).toBeUndefined();
});

test('an order knows which one it repeats, and the journal with it; an unknown number is left out', async () => {
  const first = await createOrder(ctx, { client: clientId, items: items('Стол') });
  expect(await findLastOrder(ctx, clientId)).toBe(first.order.id);
  const again = await createOrder(ctx, { client: clientId, items: items('Стол'), repeat_of: first.order.id });
  expect(again.order.repeatOf).toBe(first.order.id);
  const lost = await createOrder(ctx, { client: clientId, items: items('Стол'), repeat_of: 999_999 });
  expect(lost.order.repeatOf).toBeNull();
  const recorded = async (id: number) => (await listHistory(ctx, { entity: 'order', entityId: id, limit: 1 })).entries[0]?.fields ?? {};
  expect((await recorded(again.order.id)).repeat_of).toEqual({ old: null, new: first.order.id });
  expect(await recorded(first.order.id)).not.toHaveProperty('repeat_of');
});
