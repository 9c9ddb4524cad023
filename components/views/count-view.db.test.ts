import { beforeAll, expect, test } from 'vitest';
import { createClient } from '@/lib/domain/clients/create-client';
import { createOrder } from '@/lib/domain/orders/create-order';
import { systemCtx } from '@/lib/testing/people';
import { countView } from './count-view';

const ctx = systemCtx();

beforeAll(async () => {
  for (const company of ['Берег', 'Вектор']) await createClient(ctx, { company });
  for (const product of ['Стол', 'Стул', 'Стол'])
    await createOrder(ctx, {
      client: 1,
      items: [{ product, quantity: 1000, price: 100 }],
      status: product === 'Стул' ? 'Completed' : 'Pending',
    });
});

test.each([
  ['orders', '', 3],
  ['orders', 'status=Pending&sort=-total_price', 2],
  ['orders', 'product=%D1%81%D1%82%D1%83%D0%BB&period=month', 1],
  ['clients', 'has_pending=1', 1],
  ['clients', 'has_email=1', 0],
  ['products', '', 2],
  ['products', 'q=%D1%81%D1%82%D1%83%D0%BB', 1],
  ['products', 'without_price=1', 0],
  ['reports', 'group=client', undefined],
] as const)('a view of %s with «%s» shows %s', async (list, query, count) => {
  expect(await countView(ctx, { list, query })).toBe(count);
});
