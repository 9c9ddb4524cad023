import { expect, test } from 'vitest';
import { systemCtx } from '@/lib/testing/people';
import { createClient } from '../clients/create-client';
import { clientSnapshot } from '../clients/snapshot';
import { createOrder } from '../orders/create-order';
import { orderSnapshot } from '../orders/snapshot';
import { clientNames, orderNames } from './names';

test('the folded fields are those the journal keeps', async () => {
  const client = await createClient(systemCtx(), { company: 'ООО «Берег»' });
  const order = await createOrder(systemCtx(), { client: client.id, items: [{ product: 'Стол', quantity: 1000, price: 100 }] });
  expect(Object.keys(clientSnapshot(client))).toEqual([...clientNames]);
  expect(Object.keys(orderSnapshot(order))).toEqual([...orderNames]);
});
