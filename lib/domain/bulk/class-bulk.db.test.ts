import { expect, test } from 'vitest';
import { driveBulk } from '@/lib/bulk-runner';
import { ctxOf } from '@/lib/testing/people';
import { createClient } from '../clients/create-client';
import { listClientPage } from '../clients/list-clients';
import { createOrder } from '../orders/create-order';
import { getBulkRun } from './get-bulk';
import type { BulkTask } from './schema';
import { startBulk } from './start-bulk';

test('a change of a class is of those who are in it when it starts, though the class shifts with each of them', async () => {
  const ctx = await ctxOf('admin');
  for (let n = 0; n < 140; n++) {
    const { id } = await createClient(ctx, { company: `Фирма ${n}` });
    await createOrder(ctx, { client: id, items: [{ product: 'Стол', quantity: 1000, price: 100_00 }] });
  }
  const run = async (task: BulkTask) => {
    const { id } = await startBulk(ctx, task);
    await driveBulk(ctx.db, id);
    return getBulkRun(ctx, id);
  };
  // All bring the same: four of five are in the class, more than one batch.
  const clients = await run({ entity: 'client', selection: { filter: { order_class: 'A' } }, action: { type: 'delete', cascade: true } });
  expect(clients).toMatchObject({ state: 'done', total: 112, done: 112 });
  const left = await listClientPage(ctx, {}, { sort: 'id', descending: false, limit: 200 });
  expect(left.rows).toHaveLength(28);
  const orders = await run({ entity: 'order', selection: { filter: { client_class: 'A' } }, action: { type: 'delete' } });
  expect(orders).toMatchObject({ state: 'done', total: 22, done: 22 });
  await expect(
    startBulk(ctx, {
      entity: 'order',
      selection: { filter: { client_class: 'A', from: '2001-01-01', to: '2001-01-02' } },
      action: { type: 'delete' },
    }),
  ).rejects.toMatchObject({ code: 'nothing_selected' });
});
