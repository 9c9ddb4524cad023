import { beforeAll, expect, test } from 'vitest';
import { createClient } from '@/lib/domain/clients/create-client';
import { mergeClients } from '@/lib/domain/duplicates/merge-clients';
import { call } from '@/lib/testing/api';
import { systemCtx } from '@/lib/testing/people';

/** A merged into B, B later into C: the numbers of A and B lead to C. */
let [a, b, c] = [0, 0, 0];

beforeAll(async () => {
  const ctx = systemCtx();
  const add = async (last_name: string) =>
    (await createClient(ctx, { first_name: 'Ольга', last_name, email: `${last_name}@example.com` })).id;
  [a, b, c] = [await add('first'), await add('second'), await add('third')];
  await call('POST', '/api/orders/add/', { client: a, product: 'Стол', price: '10.00' });
  await mergeClients(ctx, { main: b, other: a, take: [] });
  await mergeClients(ctx, { main: c, other: b, take: [] });
});

test('200: an old number is answered with the main client, by its own id and version', async () => {
  const main = await call('POST', `/api/clients/get/${c}/`);
  for (const old of [a, b]) {
    const reply = await call('POST', `/api/clients/get/${old}/`);
    expect(reply.status).toBe(200);
    expect(reply.json).toEqual(main.json);
    expect(reply.headers.etag).toBe(main.headers.etag);
  }
  expect(main.json.client).toMatchObject({ id: c, last_name: 'third', email: 'third@example.com' });
});

test('the list shows the main client alone', async () => {
  const { clients } = (await call('POST', '/api/clients/get/')).json as { clients: { id: number }[] };
  expect(clients.map(({ id }) => id)).toEqual([c]);
});

test('200: an edit through an old number changes the main client; 412 by the main client’s version', async () => {
  const { etag } = (await call('POST', `/api/clients/get/${a}/`)).headers;
  const edited = await call('POST', `/api/clients/edit/${a}/`, { middle_name: 'Игоревна' }, { headers: { 'if-match': etag ?? '' } });
  expect([edited.status, edited.json]).toEqual([200, { success: true, id: c }]);
  expect((await call('POST', `/api/clients/get/${c}/`)).json.client).toMatchObject({ id: c, middle_name: 'Игоревна' });
  const late = await call('POST', `/api/clients/edit/${a}/`, { middle_name: 'Ивановна' }, { headers: { 'if-match': etag ?? '' } });
  expect(late.status).toBe(412);
});

test('200: orders are added for, moved to and listed for an old number as the main client’s', async () => {
  const added = await call('POST', '/api/orders/add/', { client: a, product: 'Лампа', price: '5.00' });
  expect(added.status).toBe(200);
  const orderOf = async (id: unknown) => (await call('POST', `/api/orders/get/${id}/`)).json;
  expect(await orderOf(added.json.id)).toMatchObject({ client: { id: c }, version: 1 });

  const stays = await call('POST', `/api/orders/edit/${added.json.id}/`, { client: b });
  expect(stays.status).toBe(200);
  expect(await orderOf(added.json.id)).toMatchObject({ client: { id: c }, version: 1 });

  const { id: elsewhere } = await createClient(systemCtx(), { company: 'ООО «Вектор»' });
  const foreign = await call('POST', '/api/orders/add/', { client: elsewhere, product: 'Стул', price: '1.00' });
  await call('POST', `/api/orders/edit/${foreign.json.id}/`, { client: a });
  expect(await orderOf(foreign.json.id)).toMatchObject({ client: { id: c }, version: 2 });

  for (const number of [a, b, c]) {
    const { orders } = (await call('POST', '/api/orders/get/', { client_id: number })).json as { orders: { client: { id: number } }[] };
    expect(orders.map(({ client }) => client.id)).toEqual([c, c, c]);
  }
});

test('404: nobody is deleted through an old number', async () => {
  const reply = await call('DELETE', `/api/clients/delete/${a}/?cascade=true`);
  expect([reply.status, reply.json.code]).toEqual([404, 'not_found']);
  expect((await call('POST', `/api/clients/get/${a}/`)).status).toBe(200);
});

test('404 and 400: once the main client is in the bin, old numbers lead nowhere', async () => {
  expect((await call('DELETE', `/api/clients/delete/${c}/?cascade=true`)).status).toBe(200);
  expect((await call('POST', `/api/clients/get/${a}/`)).status).toBe(404);
  expect((await call('POST', `/api/clients/edit/${a}/`, { middle_name: 'Иная' })).status).toBe(404);
  const added = await call('POST', '/api/orders/add/', { client: a, product: 'Лампа', price: '5.00' });
  expect([added.status, Object.keys(added.json.fields ?? {})]).toEqual([400, ['client']]);
});
