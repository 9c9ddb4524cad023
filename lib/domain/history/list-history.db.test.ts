import { expect, test } from 'vitest';
import { ctxOf } from '@/lib/testing/people';
import { createClient } from '../clients/create-client';
import { createOrder } from '../orders/create-order';
import { editOrder } from '../orders/edit-order';
import { listHistory } from './list-history';

test('the changes of one field are found, and no text that only looks like it', async () => {
  const ctx = await ctxOf('admin');
  const { id: client } = await createClient(ctx, { company: 'Поле' });
  const { order } = await createOrder(ctx, { client, items: [{ product: 'Стол', quantity: 1000, price: 100 }] });
  await editOrder(ctx, { id: order.id, input: { status: 'Completed' } });
  await editOrder(ctx, { id: order.id, input: { description: '"status":{' } });
  const versions = async (field: string) => {
    const { entries } = await listHistory(ctx, { entity: 'order', entityId: order.id, field, limit: 10 });
    return entries.map(({ change }) => change.versionAfter);
  };
  expect(await versions('status')).toEqual([2, 1]);
  expect(await versions('description')).toEqual([3, 1]);
  expect(await versions('payments')).toEqual([1]);
});
