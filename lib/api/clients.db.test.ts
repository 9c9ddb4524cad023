import { expect, test } from 'vitest';
import { call } from '@/lib/testing/api';

test('200 a client is added and read back', async () => {
  const added = await call('POST', '/api/clients/add/', { first_name: 'Иван', last_name: 'Иванов', mobile_phone: '8 (900) 123-45-67', email: 'ivanov@example.com' });
  expect(added.json).toEqual({ success: true, id: 1 });
  const got = await call('POST', '/api/clients/get/1/');
  expect(got.json).toEqual({ client: { id: 1, first_name: 'Иван', last_name: 'Иванов', middle_name: null, mobile_phone: '+79001234567', email: 'ivanov@example.com', version: 1 } });
  const order = await call('POST', '/api/orders/add/', { client: 1, product: 'Ноутбук', quantity: 2, price: '1500.00', description: 'x' });
  expect(order.json).toEqual({ success: true, id: 1 });
  expect((await call('POST', '/api/orders/get/1/')).json).toMatchObject({ price: 1500, total_price: 3000 });
  expect((await call('GET', '/api/changes/')).json.changes).toHaveLength(3);
});
