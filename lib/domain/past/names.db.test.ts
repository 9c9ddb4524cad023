import { expect, test } from 'vitest';
import { systemCtx } from '@/lib/testing/people';
import { createClient } from '../clients/create-client';
import { clientSnapshot } from '../clients/snapshot';
import { addComment } from '../comments/add-comment';
import { addFile } from '../files/add-file';
import { createOrder } from '../orders/create-order';
import { orderSnapshot } from '../orders/snapshot';
import { clientNames, orderNames } from './names';

test('the folded fields are those the journal keeps', async () => {
  const client = await createClient(systemCtx(), { company: 'ООО «Берег»' });
  const { order } = await createOrder(systemCtx(), {
    client: client.id,
    external_no: 'A-1',
    shipped_day: '2026-11-20',
    items: [{ product: 'Стол', quantity: 1000, price: 100 }],
  });
  await addComment(systemCtx(), { orderId: order.id, text: 'Позвонить' });
  const full = await addFile(systemCtx(), { orderId: order.id, file: { name: 'a.pdf', type: 'application/pdf', size: 1, sha256: 'a' } });
  expect(Object.keys(clientSnapshot(client))).toEqual([...clientNames]);
  expect(Object.keys(orderSnapshot(full))).toEqual([...orderNames]);
});
