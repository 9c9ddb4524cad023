import { beforeAll, describe, expect, test } from 'vitest';
import { call, encodings, type Reply } from '@/lib/testing/api';

const ivan = {
  first_name: 'Иван',
  last_name: 'Иванов',
  middle_name: 'Иванович',
  mobile_phone: '8 (900) 123-45-67',
  email: 'ivanov@example.com',
};

let emails = 0;
const freshEmail = () => `client${++emails}@example.com`;

async function addClient(fields: Record<string, unknown> = {}): Promise<number> {
  const added = await call('POST', '/api/clients/add/', { ...ivan, email: freshEmail(), ...fields });
  expect(added.status, added.text).toBe(200);
  return Number(added.json.id);
}

function fieldsOf(reply: Reply): string[] {
  return Object.keys((reply.json.fields ?? {}) as object).sort();
}

describe.each(encodings)('in %s', (encoding) => {
  test('200 add answers success and the id, get gives the client back', async () => {
    const email = freshEmail();
    const added = await call('POST', '/api/clients/add/', { ...ivan, email }, { encoding });
    expect(added.json).toEqual({ success: true, id: expect.any(Number) });
    const got = await call('POST', `/api/clients/get/${String(added.json.id)}/`);
    expect(got.json).toEqual({ client: { ...ivan, id: added.json.id, email, mobile_phone: '+79001234567', version: 1 } });
    expect(got.headers.etag).toBe('"1"');
  });

  test('200 add takes an empty middle name and no phone', async () => {
    const added = await call(
      'POST',
      '/api/clients/add/',
      { first_name: 'Анна', last_name: 'Ли', middle_name: '', email: freshEmail() },
      { encoding },
    );
    const got = await call('POST', `/api/clients/get/${String(added.json.id)}/`);
    expect(got.json.client).toMatchObject({ middle_name: null, mobile_phone: null });
  });

  test('200 edit changes the fields sent and no other', async () => {
    const id = await addClient();
    const edited = await call('POST', `/api/clients/edit/${id}/`, { first_name: 'Пётр', last_name: 'Петров' }, { encoding });
    expect(edited.json).toEqual({ success: true, id });
    const got = await call('POST', `/api/clients/get/${id}/`);
    expect(got.json.client).toMatchObject({
      first_name: 'Пётр',
      last_name: 'Петров',
      middle_name: 'Иванович',
      mobile_phone: '+79001234567',
      version: 2,
    });
  });

  test('400 add names every bad field at once', async () => {
    const reply = await call(
      'POST',
      '/api/clients/add/',
      { first_name: '', last_name: 'x'.repeat(51), mobile_phone: '12', email: 'nobody' },
      { encoding },
    );
    expect(reply.status).toBe(400);
    expect(reply.json).toMatchObject({ success: false, code: 'validation' });
    expect(fieldsOf(reply)).toEqual(['email', 'first_name', 'last_name', 'mobile_phone']);
  });

  test('400 edit refuses an empty required field', async () => {
    const id = await addClient();
    const reply = await call('POST', `/api/clients/edit/${id}/`, { email: '' }, { encoding });
    expect(reply.status).toBe(400);
    expect(fieldsOf(reply)).toEqual(['email']);
  });

  test('409 a taken e-mail tells whose it is, whatever its case', async () => {
    const email = freshEmail();
    const id = await addClient({ email });
    const reply = await call('POST', '/api/clients/add/', { ...ivan, email: email.toUpperCase() }, { encoding });
    expect(reply.status).toBe(409);
    expect(reply.json).toMatchObject({ success: false, error: 'Email already registered.', id, code: 'email_taken' });
  });

  test('200 list takes its parameters', async () => {
    const reply = await call('POST', '/api/clients/get/', { start_id: 0, limit: 2, search: 'иванов' }, { encoding });
    expect(reply.json.clients).toHaveLength(2);
  });
});

test('200 an e-mail of a deleted client is free again', async () => {
  const email = freshEmail();
  const id = await addClient({ email });
  expect((await call('DELETE', `/api/clients/delete/${id}/`)).json).toEqual({ success: true });
  expect(await addClient({ email })).not.toBe(id);
});

test('409 editing to an e-mail of another client changes nothing', async () => {
  const [email, other] = [freshEmail(), await addClient()];
  const id = await addClient({ email });
  const reply = await call('POST', `/api/clients/edit/${other}/`, { first_name: 'Борис', email });
  expect(reply.json).toMatchObject({ code: 'email_taken', id });
  expect((await call('POST', `/api/clients/get/${other}/`)).json.client).toMatchObject({ first_name: 'Иван', version: 1 });
});

test.each([
  [
    'wrong types',
    { first_name: 1, last_name: true, middle_name: ['x'], mobile_phone: 5, email: {} },
    ['email', 'first_name', 'last_name', 'middle_name', 'mobile_phone'],
  ],
  [
    'control characters',
    { ...ivan, first_name: 'a\u0000b', last_name: 'x\u001by', email: 'a\u0007@b.ru' },
    ['email', 'first_name', 'last_name'],
  ],
  ['blanks only', { ...ivan, email: 'blank@example.com', first_name: '   ' }, ['first_name']],
  ['a body that is a list', [], ['body']],
  ['a body that is null', null, ['body']],
  ['nothing', {}, ['email', 'first_name', 'last_name']],
])('400 add refuses %s', async (_, body, fields) => {
  const reply = await call('POST', '/api/clients/add/', body);
  expect(reply.status).toBe(400);
  expect(fieldsOf(reply)).toEqual(fields);
});

test('404 for an id that is not there, was deleted, or is no positive integer', async () => {
  const id = await addClient();
  await call('DELETE', `/api/clients/delete/${id}/`);
  for (const missing of [String(id), '999999', '0', '-1', 'abc', '1.5', '9'.repeat(40), '01', '%00', '%ff', '1%202', '1%2F2']) {
    for (const url of [`/api/clients/get/${missing}/`, `/api/clients/edit/${missing}/`]) {
      const reply = await call('POST', url, {});
      expect([reply.status, reply.json.code], url).toEqual([404, 'not_found']);
    }
    expect((await call('DELETE', `/api/clients/delete/${missing}/`)).status).toBe(404);
  }
});

describe('list', () => {
  let first = 0;
  beforeAll(async () => {
    first = await addClient({ first_name: 'Ёлка', last_name: 'Сидорова', mobile_phone: '+7 912 345-67-89' });
    await addClient({ first_name: 'БОРИС', last_name: 'Абрамов' });
    await addClient({ first_name: 'Яна', last_name: '100%_\\Процент' });
  });

  const listed = async (body: object) =>
    ((await call('POST', '/api/clients/get/', body)).json.clients ?? []) as { id: number; last_name: string; first_name: string }[];

  test('200 holds one top-level key and the keys of the contract', async () => {
    const reply = await call('POST', '/api/clients/get/', {});
    expect(Object.keys(reply.json)).toEqual(['clients']);
    expect(Object.keys((reply.json.clients as object[])[0] ?? {})).toEqual([
      'id',
      'first_name',
      'last_name',
      'middle_name',
      'mobile_phone',
      'email',
    ]);
  });

  test('200 starts at an id, ascending, and tells where to go on', async () => {
    const reply = await call('POST', '/api/clients/get/', { start_id: first, limit: 1 });
    expect((reply.json.clients as { id: number }[]).map(({ id }) => id)).toEqual([first]);
    expect(reply.headers['x-next-start-id']).toBe(String(first + 1));
    expect(reply.headers.link).toBe(`</api/clients/get/?start_id=${first + 1}>; rel="next"`);
    const next = await call('POST', `/api/clients/get/?start_id=${first + 1}`, { start_id: 0, limit: 1 });
    expect((next.json.clients as { id: number }[]).map(({ id }) => id)).toEqual([first + 1]);
  });

  test('200 gives no way on at the end', async () => {
    expect((await call('POST', '/api/clients/get/', { limit: 200 })).headers).not.toHaveProperty('x-next-start-id');
  });

  test.each([
    ['елка', 'Сидорова'],
    ['ЁЛ сидор', 'Сидорова'],
    ['борис', 'Абрамов'],
    ['8 (912) 345', 'Сидорова'],
    ['+7 912', 'Сидорова'],
    ['345-67-89', 'Сидорова'],
    ['89123', 'Сидорова'],
    ['9123456789', 'Сидорова'],
    ['100%_\\', '100%_\\Процент'],
  ])('200 search %s finds %s', async (search, last_name) => {
    expect((await listed({ search })).map((client) => client.last_name)).toEqual([last_name]);
  });

  test('200 search finds nothing where a word is missing', async () => {
    expect(await listed({ search: 'борис сидорова' })).toEqual([]);
  });

  test('200 order_by sorts, and start_id then counts as an offset', async () => {
    const names = (await listed({ order_by: 'last_name', limit: 200 })).map((client) => client.last_name);
    expect(names).toEqual([...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
    const down = (await listed({ order_by: '-id', start_id: 1, limit: 2 })).map(({ id }) => id);
    const all = (await listed({ order_by: '-id', limit: 200 })).map(({ id }) => id);
    expect(down).toEqual(all.slice(1, 3));
  });

  test.each([{ limit: 0 }, { limit: 201 }, { start_id: -1 }, { start_id: '0' }, { order_by: 'password' }, { search: 1 }, { limit: true }])(
    '400 for %j',
    async (body) => {
      const reply = await call('POST', '/api/clients/get/', body);
      expect(reply.status).toBe(400);
      expect(fieldsOf(reply)).toEqual(Object.keys(body));
    },
  );
});

describe('delete', () => {
  test('409 of a client with orders tells their number; cascade takes them along', async () => {
    const id = await addClient();
    for (const product of ['Стол', 'Стул'])
      await call('POST', '/api/orders/add/', { client: id, product, quantity: 1, price: '10.00', description: '' });
    const refused = await call('DELETE', `/api/clients/delete/${id}/`);
    expect(refused.status).toBe(409);
    expect(refused.json).toMatchObject({ code: 'client_has_orders', count: 2 });
    expect(refused.json.error).toContain('2 заказа');
    expect((await call('DELETE', `/api/clients/delete/${id}/?cascade=maybe`)).status).toBe(400);
    expect((await call('DELETE', `/api/clients/delete/${id}/?cascade=true`)).status).toBe(200);
    expect((await call('POST', '/api/orders/get/', { client_id: id })).json.orders).toEqual([]);
  });
});
