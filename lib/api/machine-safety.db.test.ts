import { beforeAll, describe, expect, test } from 'vitest';
import { type CallOptions, call, encodings } from '@/lib/testing/api';

let client = 0;

beforeAll(async () => {
  client = Number(
    (await call('POST', '/api/clients/add/', { first_name: 'Иван', last_name: 'Иванов', email: 'ivan@example.com' })).json.id,
  );
});

const order = (product = 'Стол') => ({ client, product, quantity: 1, price: '100.00', description: '' });
const add = (body: object, key?: string, options: CallOptions = {}) =>
  call('POST', '/api/orders/add/', body, { ...options, headers: { ...(key ? { 'idempotency-key': key } : {}) } });
const newOrder = async () => Number((await add(order())).json.id);
const edit = (id: number, body: object, headers: Record<string, string>) => call('POST', `/api/orders/edit/${id}/`, body, { headers });
const getOrder = async (id: number) => (await call('POST', `/api/orders/get/${id}/`)).json;
const countOrders = async () => ((await call('POST', '/api/orders/get/', { limit: 200 })).json.orders as object[]).length;

describe('Idempotency-Key', () => {
  test('200 the same key and body gives the first answer again and changes nothing', async () => {
    const first = await add(order(), 'key-1');
    const before = await countOrders();
    for (const encoding of encodings) expect((await add(order(), 'key-1', { encoding })).json).toEqual(first.json);
    expect(await countOrders()).toBe(before);
  });

  test('422 the same key with another body', async () => {
    await add(order(), 'key-2');
    const reply = await add(order('Стул'), 'key-2');
    expect([reply.status, reply.json.code]).toEqual([422, 'idempotency_mismatch']);
  });

  test('200 the key is scoped to user, method and path', async () => {
    const first = await add(order(), 'key-3');
    expect((await add(order(), 'key-3', { as: 'manager' })).json.id).not.toBe(first.json.id);
    expect(
      (await call('POST', `/api/orders/edit/${String(first.json.id)}`, { description: 'x' }, { headers: { 'idempotency-key': 'key-3' } }))
        .status,
    ).toBe(200);
  });

  test('only successes are kept: a refused call may be sent again with the same key', async () => {
    expect((await add({ ...order(), price: 'x' }, 'key-4')).status).toBe(400);
    expect((await add(order(), 'key-4')).status).toBe(200);
  });

  test('409 a key whose first call is still running; one order comes of it', async () => {
    const before = await countOrders();
    const replies = await Promise.all(Array.from({ length: 10 }, () => add(order(), 'key-5')));
    expect(replies.filter((reply) => reply.status === 409).every((reply) => reply.json.code === 'idempotency_running')).toBe(true);
    const done = replies.filter((reply) => reply.status === 200);
    expect(done.length).toBeGreaterThan(0);
    expect(new Set(done.map((reply) => reply.json.id)).size).toBe(1);
    expect(await countOrders()).toBe(before + 1);
  });

  test('it is looked at before If-Match: a repeated edit is no stale one', async () => {
    const id = await newOrder();
    const headers = { 'idempotency-key': 'key-6', 'if-match': '"1"' };
    expect((await edit(id, { description: 'x' }, headers)).status).toBe(200);
    expect((await edit(id, { description: 'x' }, headers)).status).toBe(200);
    expect((await getOrder(id)).version).toBe(2);
  });

  test('200 a repeated delete is no 404', async () => {
    const id = await newOrder();
    for (let n = 0; n < 2; n++)
      expect((await call('DELETE', `/api/orders/delete/${id}/`, undefined, { headers: { 'idempotency-key': 'key-7' } })).json).toEqual({
        success: true,
      });
  });

  test.each(['', 'a b', 'ключ', 'x'.repeat(256)])('400 the key “%s”', async (key) => {
    const reply = await call('POST', '/api/orders/add/', order(), { headers: { 'idempotency-key': key } });
    expect([reply.status, reply.json.code]).toEqual([400, 'bad_idempotency_key']);
  });
});

describe('If-Match', () => {
  test.each(['"1"', 'W/"1"', '*'])('200 %s fits', async (tag) => {
    expect((await edit(await newOrder(), { description: 'x' }, { 'if-match': tag })).status).toBe(200);
  });

  test.each(['"2"', 'W/"7"', '"abc"', 'rubbish', ''])('412 %s changes nothing', async (tag) => {
    const id = await newOrder();
    const reply = await edit(id, { description: 'x' }, { 'if-match': tag });
    expect([reply.status, reply.json.code]).toEqual([412, 'stale_version']);
    expect((await call('DELETE', `/api/orders/delete/${id}/`, undefined, { headers: { 'if-match': tag } })).status).toBe(412);
    expect(await getOrder(id)).toMatchObject({ description: '', version: 1 });
  });

  test('412 for clients alike', async () => {
    expect((await call('POST', `/api/clients/edit/${client}/`, { first_name: 'Пётр' }, { headers: { 'if-match': '"9"' } })).status).toBe(
      412,
    );
    expect(
      (await call('DELETE', `/api/clients/delete/${client}/?cascade=true`, undefined, { headers: { 'if-match': '"9"' } })).status,
    ).toBe(412);
  });
});

describe('change feed', () => {
  type Change = {
    cursor: string;
    entity: string;
    id: number;
    action: string;
    version: number;
    kind: string;
    fields: Record<string, { old: unknown; new: unknown }>;
    actor: object;
  };
  const feed = async (query: string) =>
    (await call('GET', `/api/changes/?${query}`)).json as { changes: Change[]; next: string; more: boolean };

  test('200 tells who did what, with old and new values', async () => {
    const { next } = await feed('limit=1000');
    const id = await newOrder();
    await edit(id, { status: 'Completed', items: [{ product: 'Стол', quantity: 3, price: '100.00' }] }, {});
    await call('DELETE', `/api/orders/delete/${id}/`);
    const { changes, more } = await feed(`after=${next}`);
    expect(more).toBe(false);
    expect(changes.map(({ entity, action, version, kind }) => [entity, action, version, kind])).toEqual([
      ['order', 'create', 1, 'order.create'],
      ['order', 'update', 2, 'order.edit'],
      ['order', 'delete', 3, 'order.delete'],
    ]);
    expect(changes[1]).toMatchObject({
      id,
      actor: { type: 'user', name: 'admin' },
      fields: { status: { old: 'Pending', new: 'Completed' }, total_price: { old: '100.00', new: '300.00' } },
    });
    expect(changes[1]?.fields.items?.new).toMatchObject([{ product: 'Стол', quantity: '3', price: '100.00' }]);
  });

  test('200 walks page by page, every change once, and next is given on an empty page too', async () => {
    const all = (await feed('limit=1000')).changes.map(({ cursor }) => cursor);
    const walked: string[] = [];
    let page = await feed('limit=2');
    for (; page.changes.length > 0; page = await feed(`limit=2&after=${page.next}`))
      walked.push(...page.changes.map(({ cursor }) => cursor));
    expect(walked).toEqual(all);
    expect(page.next).toBe(all.at(-1));
    expect(new Set(walked).size).toBe(walked.length);
  });

  test('200 filters by entity and id', async () => {
    const { changes } = await feed(`entity=client&id=${client}`);
    expect(changes.map(({ entity, id }) => [entity, id])).toEqual([['client', client]]);
  });

  test.each(['after=abc', 'limit=0', 'limit=1001', 'limit=x', 'entity=nothing', 'id=-1', 'limit=1&limit=2'])(
    '400 for %s',
    async (query) => {
      expect((await call('GET', `/api/changes/?${query}`)).status).toBe(400);
    },
  );
});
