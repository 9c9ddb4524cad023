import { beforeAll, describe, expect, test } from 'vitest';
import { createClient } from '@/lib/domain/clients/create-client';
import { call, encodings, type Reply } from '@/lib/testing/api';
import { systemCtx } from '@/lib/testing/people';

let client = 0;
let company = 0;

beforeAll(async () => {
  const ctx = systemCtx();
  client = (
    await createClient(ctx, {
      first_name: 'Иван',
      last_name: 'Иванов',
      middle_name: 'Петрович',
      email: 'ivan@example.com',
      mobile_phone: '+79001234567',
    })
  ).id;
  company = (await createClient(ctx, { company: 'ООО «Вектор»', inn: '7804000118' })).id;
});

async function addOrder(fields: object = {}): Promise<number> {
  const added = await call('POST', '/api/orders/add/', {
    client,
    product: 'Ноутбук',
    quantity: 2,
    price: '1500.00',
    description: 'Заказ ноутбука',
    ...fields,
  });
  expect(added.status, added.text).toBe(200);
  return Number(added.json.id);
}

const getOrder = async (id: number) => (await call('POST', `/api/orders/get/${id}/`)).json;
const fieldsOf = (reply: Reply) => Object.keys((reply.json.fields ?? {}) as object).sort();

describe.each(encodings)('in %s', (encoding) => {
  test('200 an order of one product is added and read back', async () => {
    const added = await call(
      'POST',
      '/api/orders/add/',
      { client, product: 'Ноутбук', quantity: 2, price: '1500.00', description: 'Заказ ноутбука' },
      { encoding },
    );
    expect(added.json).toEqual({ success: true, id: expect.any(Number) });
    const got = await getOrder(Number(added.json.id));
    expect(got).toEqual({
      id: added.json.id,
      client: { id: client, full_name: 'Иван Иванов', email: 'ivan@example.com', mobile_phone: '+79001234567' },
      product: 'Ноутбук',
      quantity: 2,
      price: 1500,
      total_price: 3000,
      description: 'Заказ ноутбука',
      status: 'Pending',
      created_at: expect.stringMatching(/^\d\d\.\d\d\.\d{4} \d\d:\d\d$/),
      version: 1,
      items: [{ product: 'Ноутбук', quantity: 2, price: 1500, total_price: 3000 }],
    });
  });

  test('200 an order of several items keeps its flat fields meaningful', async () => {
    const items = [
      { product: 'Ноутбук', quantity: 2, price: '1500.00' },
      { product: 'Мышь', quantity: 3, price: '10.5' },
      { product: 'Сумка', price: 99.9 },
    ];
    const added = await call('POST', '/api/orders/add/', { client, items, description: '' }, { encoding });
    expect(added.status, added.text).toBe(200);
    expect(await getOrder(Number(added.json.id))).toMatchObject({
      product: 'Ноутбук и ещё 2',
      quantity: 6,
      price: 1500,
      total_price: 3131.4,
    });
  });

  test('200 quantity left out is one', async () => {
    const added = await call('POST', '/api/orders/add/', { client, product: 'Стол', price: '10' }, { encoding });
    expect(await getOrder(Number(added.json.id))).toMatchObject({ quantity: 1, total_price: 10, description: '' });
  });

  test('200 edit changes what is sent and no other', async () => {
    const id = await addOrder();
    expect(
      (
        await call(
          'POST',
          `/api/orders/edit/${id}/`,
          { product: 'Смартфон', quantity: 3, price: '1000.00', status: 'Completed' },
          { encoding },
        )
      ).json,
    ).toEqual({ success: true, id });
    expect(await getOrder(id)).toMatchObject({
      product: 'Смартфон',
      quantity: 3,
      price: 1000,
      total_price: 3000,
      status: 'Completed',
      description: 'Заказ ноутбука',
      version: 2,
    });
  });

  test('400 add names every bad field at once', async () => {
    const reply = await call(
      'POST',
      '/api/orders/add/',
      { client: 'x', quantity: 0, price: '1.005', description: 'x'.repeat(10_001) },
      { encoding },
    );
    expect([reply.status, reply.json.code]).toEqual([400, 'validation']);
    expect(fieldsOf(reply)).toEqual(['client', 'description', 'price', 'quantity']);
  });

  test('400 an unknown client is an error of that field', async () => {
    const reply = await call('POST', '/api/orders/add/', { client: 999_999, product: 'Стол', price: '1' }, { encoding });
    expect(reply.status).toBe(400);
    expect(fieldsOf(reply)).toEqual(['client']);
  });

  test('200 list filters by status and client', async () => {
    await addOrder({ client: company });
    const reply = await call('POST', '/api/orders/get/', { client_id: company, status: 'Pending', limit: 1 }, { encoding });
    expect(reply.json.orders).toMatchObject([
      { client: { id: company, full_name: 'ООО «Вектор»', email: '', mobile_phone: null }, price: '1500.00', total_price: '3000.00' },
    ]);
  });
});

test('400 an item of a list is named by its place', async () => {
  const items = [
    { product: 'Стол', quantity: 1, price: '1' },
    { product: '', quantity: 1.5, price: 'x' },
  ];
  const reply = await call('POST', '/api/orders/add/', { client, items });
  expect(fieldsOf(reply)).toEqual(['items.1.price', 'items.1.product', 'items.1.quantity']);
});

test.each([
  [{ price: '1500,00' }, ['price']],
  [{ price: '1500.000' }, ['price']],
  [{ price: '-1' }, ['price']],
  [{ price: '100000000' }, ['price']],
  [{ price: '1e3' }, ['price']],
  [{ price: true }, ['price']],
  [{ price: [1] }, ['price']],
  [{ price: '' }, ['price']],
  [{ price: 0.1 + 0.2 }, ['price']],
  [{ quantity: '2' }, ['quantity']],
  [{ quantity: 1_000_001 }, ['quantity']],
  [{ quantity: 1.5 }, ['quantity']],
  [{ quantity: '' }, ['quantity']],
  [{ quantity: [2] }, ['quantity']],
  [{ client: '1' }, ['client']],
  [{ client: true }, ['client']],
  [{ product: 'a\u0000' }, ['product']],
  [{ product: 'x'.repeat(256) }, ['product']],
  [{ items: [] }, ['items']],
  [{ items: 'x' }, ['items']],
  [{ quantity: 1_000_000, price: '99999999.99' }, ['price']],
  [{ description: 5 }, ['description']],
  [{ product: 'a\ud800' }, ['product']],
])('400 add refuses %j', async (fields, named) => {
  const reply = await call('POST', '/api/orders/add/', { client, product: 'Стол', quantity: 1, price: '1.00', description: '', ...fields });
  expect(reply.status, reply.text).toBe(400);
  expect(fieldsOf(reply)).toEqual(named);
});

test.each([
  ['1500', 1500],
  [1500, 1500],
  ['1500.5', 1500.5],
  [0, 0],
  ['99999999.99', 99_999_999.99],
  [0.07, 0.07],
])('200 money %j is %d', async (price, shown) => {
  expect(await getOrder(await addOrder({ price, quantity: 1 }))).toMatchObject({ price: shown, total_price: shown });
});

test('200 a form takes a comma, a JSON body does not', async () => {
  const reply = await call(
    'POST',
    '/api/orders/add/',
    { client, product: 'Стол', quantity: 1, price: '1 500,50' },
    { encoding: 'urlencoded' },
  );
  expect(await getOrder(Number(reply.json.id))).toMatchObject({ price: 1500.5 });
});

test('200 items, when sent, decide', async () => {
  const id = await addOrder();
  await call('POST', `/api/orders/edit/${id}/`, {
    items: [
      { product: 'А', quantity: 1, price: '1' },
      { product: 'Б', quantity: 1, price: '2' },
    ],
  });
  expect(await getOrder(id)).toMatchObject({ product: 'А и ещё 1', total_price: 3, version: 2 });
});

test('400 flat fields cannot edit an order of several items', async () => {
  const id = await addOrder({
    items: [
      { product: 'А', price: 1 },
      { product: 'Б', price: 2 },
    ],
  });
  const reply = await call('POST', `/api/orders/edit/${id}/`, { price: '5' });
  expect([reply.status, reply.json.code]).toEqual([400, 'items_required']);
  expect(reply.json.error).toContain('items');
  expect((await getOrder(id)).version).toBe(1);
});

test('200 a save that changes nothing makes no version', async () => {
  const id = await addOrder();
  await call('POST', `/api/orders/edit/${id}/`, { quantity: 2, status: 'Pending' });
  expect((await getOrder(id)).version).toBe(1);
});

test('400 edit refuses an unknown status', async () => {
  expect(fieldsOf(await call('POST', `/api/orders/edit/${await addOrder()}/`, { status: 'Done' }))).toEqual(['status']);
});

test('404 get, edit and delete of an order that is not there', async () => {
  const id = await addOrder();
  expect((await call('DELETE', `/api/orders/delete/${id}/`)).json).toEqual({ success: true });
  for (const missing of [String(id), '999999', '0', '-5', '1e3', '9'.repeat(40), '%00', '%ff']) {
    expect((await call('POST', `/api/orders/get/${missing}/`)).status).toBe(404);
    expect((await call('POST', `/api/orders/edit/${missing}/`, {})).status).toBe(404);
    expect((await call('DELETE', `/api/orders/delete/${missing}/`)).status).toBe(404);
  }
});

describe('list', () => {
  test('200 holds one top-level key, money as text, items only when asked', async () => {
    await addOrder({
      items: [
        { product: 'Стул', quantity: 4, price: '12.30' },
        { product: 'Стол', price: 7 },
      ],
    });
    const plain = await call('POST', '/api/orders/get/', { order_by: '-id', limit: 1 });
    expect(Object.keys(plain.json)).toEqual(['orders']);
    expect(plain.json.orders).toMatchObject([{ product: 'Стул и ещё 1', quantity: 5, price: '12.30', total_price: '56.20' }]);
    expect((plain.json.orders as object[])[0]).not.toHaveProperty('items');
    const full = await call('POST', '/api/orders/get/', { order_by: '-id', limit: 1, items: true });
    expect((full.json.orders as { items: object[] }[])[0]?.items).toEqual([
      { product: 'Стул', quantity: 4, price: '12.30', total_price: '49.20' },
      { product: 'Стол', quantity: 1, price: '7.00', total_price: '7.00' },
    ]);
  });

  test('200 search looks into the lines, the description, the number and the client', async () => {
    const id = await addOrder({ client: company, product: 'Кулер «Родник»', description: 'подъём на ТРЕТИЙ этаж' });
    for (const search of ['кулер', 'РОДНИК третий', 'вектор кулер', '7804000118 кулер', `${id}`]) {
      const reply = await call('POST', '/api/orders/get/', { search, order_by: '-id' });
      expect(
        (reply.json.orders as { id: number }[]).map((order) => order.id),
        search,
      ).toContain(id);
    }
  });

  test('200 in English several items read so', async () => {
    await addOrder({
      items: [
        { product: 'А', price: 1 },
        { product: 'Б', price: 1 },
      ],
    });
    const reply = await call('POST', '/api/orders/get/', { order_by: '-id', limit: 1 }, { headers: { 'accept-language': 'en' } });
    expect(reply.json.orders).toMatchObject([{ product: 'А and 1 more' }]);
  });
});
