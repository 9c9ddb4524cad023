import { beforeAll, describe, expect, test } from 'vitest';
import { getEngine } from '@/db/client';
import { deliveries, exchanges } from '@/db/schema/deliveries';
import { createClient } from '@/lib/domain/clients/create-client';
import { createConnection } from '@/lib/domain/connections/create-connection';
import type { Ctx } from '@/lib/domain/context';
import { createOrder } from '@/lib/domain/orders/create-order';
import { editOrder } from '@/lib/domain/orders/edit-order';
import { call, encodings } from '@/lib/testing/api';
import { ctxOf } from '@/lib/testing/people';

let ctx: Ctx;
let order = 0;
const target_url = 'https://hooks.zapier.example/hooks/catch/1/abc/';

beforeAll(async () => {
  ctx = await ctxOf('admin');
  const client = (await createClient(ctx, { last_name: 'Ёлкина', first_name: 'Анна' })).id;
  for (let n = 0; n < 4; n++) {
    const items = [{ product: 'Стол', quantity: 1000, price: 100 }];
    order = (await createOrder(ctx, { client, items, description: '' })).order.id;
  }
});

async function subscribe(body: Record<string, unknown> = { event: 'order.created' }) {
  const { status, json } = await call('POST', '/api/hooks/', { target_url, ...body });
  expect(status).toBe(200);
  return json as { id: number; secret: string };
}

const hookOf = async (id: number) => (await call('GET', `/api/hooks/${id}/`)).json.hook as Record<string, unknown>;
const log = async (id: number, query = '') =>
  (await call('GET', `/api/hooks/deliveries/${id}/${query}`)).json.deliveries as Record<string, unknown>[];
const rows = () => getEngine().read((tx) => tx.select().from(deliveries));

describe('POST /api/hooks/', () => {
  test.each(encodings)('200 subscribes an address to an event, as %s, and shows the secret this once', async (encoding) => {
    const { status, json } = await call('POST', '/api/hooks/', { target_url, event: 'order.created' }, { encoding });
    expect(status).toBe(200);
    expect(json).toEqual({ success: true, id: expect.any(Number), secret: expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/) });
    const secret = String(json.secret);
    expect(await hookOf(Number(json.id))).toMatchObject({
      name: 'hooks.zapier.example',
      target_url,
      events: ['order.created'],
      full: true,
      state: 'active',
      secret: `••••${secret.slice(-4)}`,
      waiting: 0,
      dead: 0,
    });
    expect((await call('GET', '/api/hooks/')).text).not.toContain(secret);
  });

  test('200 takes several events, a name, and no whole record', async () => {
    const { id } = await subscribe({ events: ['order.created', 'client.updated'], name: 'Make', full: false });
    expect(await hookOf(id)).toMatchObject({ events: ['order.created', 'client.updated'], name: 'Make', full: false });
  });

  test('400 without an event, with an unknown one, with no address', async () => {
    for (const [body, field] of [
      [{ target_url }, 'events'],
      [{ target_url, event: 'order.eaten' }, 'event'],
      [{ event: 'order.created' }, 'target_url'],
      [{ event: 'order.created', target_url: 'file:///etc/passwd' }, 'target_url'],
      [{ event: 'order.created', target_url: 'https://a:b@example.com/' }, 'target_url'],
    ] as const) {
      const { status, json } = await call('POST', '/api/hooks/', body);
      expect([status, Object.keys(json.fields as object)]).toEqual([400, [field]]);
    }
  });
});

test('403 and 401: only administrators touch them', async () => {
  const { id } = await subscribe();
  const calls = [
    ['GET', '/api/hooks/'],
    ['POST', '/api/hooks/'],
    ['GET', `/api/hooks/${id}/`],
    ['DELETE', `/api/hooks/${id}/`],
    ['POST', `/api/hooks/secret/${id}/`],
    ['POST', `/api/hooks/test/${id}/`],
    ['POST', `/api/hooks/replay/${id}/`],
    ['GET', `/api/hooks/deliveries/${id}/`],
    ['GET', '/api/hooks/samples/order.created/'],
  ] as const;
  for (const [method, path] of calls) {
    const body = method === 'POST' ? {} : undefined;
    for (const as of ['viewer', 'manager'] as const) expect((await call(method, path, body, { as })).status, path).toBe(403);
    expect((await call(method, path, body, { as: null })).status, path).toBe(401);
  }
  expect((await hookOf(id)).state).toBe('active');
});

test('404 for a connection of another kind, and for none', async () => {
  const { connection } = await createConnection(ctx, { kind: '1c', name: '1С', settings: {}, secrets: [] });
  for (const id of [connection.id, 999_999]) {
    expect((await call('GET', `/api/hooks/${id}/`)).status).toBe(404);
    expect((await call('DELETE', `/api/hooks/${id}/`)).status).toBe(404);
    expect((await call('POST', `/api/hooks/test/${id}/`, {})).status).toBe(404);
    expect((await call('GET', `/api/hooks/deliveries/${id}/`)).status).toBe(404);
  }
});

test('405 names the methods of all endpoints of a path', async () => {
  const { status, headers } = await call('DELETE', '/api/hooks/');
  expect([status, headers.allow]).toEqual([405, 'GET, POST']);
});

test('200 an unsubscribed address is told of nothing more', async () => {
  const { id } = await subscribe({ event: 'order.updated' });
  expect((await call('DELETE', `/api/hooks/${id}/`)).json).toEqual({ success: true });
  await editOrder(ctx, { id: order, input: { description: 'никому' } });
  expect((await rows()).filter(({ connectionId }) => connectionId === id)).toEqual([]);
  expect((await call('DELETE', `/api/hooks/${id}/`)).status).toBe(404);
});

test('200 a new secret is another one, and the old one stays good for a day', async () => {
  const { id, secret } = await subscribe();
  const { json } = await call('POST', `/api/hooks/secret/${id}/`, {});
  expect(json).toMatchObject({ success: true, id, secret: expect.stringMatching(/^whsec_/) });
  expect(json.secret).not.toBe(secret);
  const hours = (Date.parse(String(json.previous_until)) - Date.now()) / 3_600_000;
  expect(Math.round(hours)).toBe(24);
});

test('200 a test event waits to be sent, and the log shows it', async () => {
  const { id } = await subscribe();
  const { json } = await call('POST', `/api/hooks/test/${id}/`, {});
  expect(await log(id)).toMatchObject([{ webhook_id: json.webhook_id, event: 'test', state: 'queued', attempts: 0, log: [] }]);
  expect((await hookOf(id)).waiting).toBe(1);
});

test('200 the log shows requests and answers, by state and in pages', async () => {
  const { id } = await subscribe({ event: 'order.updated' });
  for (const n of [1, 2, 3]) await editOrder(ctx, { id: order, input: { description: `правка ${n}` } });
  const [newest] = await log(id);
  const note = { note: '{}', direction: 'out', subject: `POST ${target_url}`, outcome: 'refused' };
  await getEngine().transaction((tx) =>
    tx.insert(exchanges).values({
      connectionId: id,
      deliveryId: Number(newest?.id),
      at: 1_700_000_000_000,
      durationMs: 12,
      status: 500,
      request: '{"type":"order.updated"}',
      answer: 'Oops',
      ...note,
    }),
  );
  expect((await log(id))[0]?.log).toEqual([
    {
      at: '2023-11-14T22:13:20.000Z',
      duration_ms: 12,
      outcome: 'refused',
      status: 500,
      request: '{"type":"order.updated"}',
      answer: 'Oops',
    },
  ]);
  const page = (await call('GET', `/api/hooks/deliveries/${id}/?limit=2`)).json as { deliveries: { id: number }[]; older: number };
  expect(page.deliveries).toHaveLength(2);
  expect(await log(id, `?limit=2&before=${page.older}`)).toHaveLength(1);
  expect(await log(id, '?state=dead')).toEqual([]);
});

describe('POST /api/hooks/replay/', () => {
  async function told(states: string[]) {
    const { id } = await subscribe({ event: 'order.updated' });
    for (const state of states) await editOrder(ctx, { id: order, input: { description: `${id} ${state} ${Math.random()}` } });
    const own = (await rows()).filter(({ connectionId }) => connectionId === id).sort((a, b) => a.id - b.id);
    const { eq } = await import('drizzle-orm');
    for (const [at, row] of own.entries())
      await getEngine().transaction((tx) =>
        tx
          .update(deliveries)
          .set({ state: states[at] ?? 'done', attempts: 3 })
          .where(eq(deliveries.id, row.id)),
      );
    return { id, own };
  }

  test('200 sends one again, under its number', async () => {
    const { id, own } = await told(['done', 'dead']);
    for (const row of own)
      expect((await call('POST', `/api/hooks/replay/${id}/`, { delivery: row.id })).json).toEqual({ success: true, count: 1 });
    const after = await log(id, '?state=queued');
    expect(after.map(({ webhook_id }) => webhook_id).sort()).toEqual(own.map(({ uid }) => uid).sort());
  });

  test('200 sends all of a time again, those given up too', async () => {
    const { id, own } = await told(['done', 'dead', 'done']);
    const from = new Date((own[0]?.createdAt ?? 0) - 1).toISOString();
    const to = new Date(Date.now() + 60_000).toISOString();
    expect((await call('POST', `/api/hooks/replay/${id}/`, { from, to: from })).json.count).toBe(0);
    expect((await call('POST', `/api/hooks/replay/${id}/`, { from, to })).json.count).toBe(3);
  });

  test('404 for a delivery of another endpoint, 400 for nothing', async () => {
    const { own } = await told(['done']);
    const { id } = await subscribe();
    expect((await call('POST', `/api/hooks/replay/${id}/`, { delivery: own[0]?.id })).status).toBe(404);
    expect((await call('POST', `/api/hooks/replay/${id}/`, {})).status).toBe(400);
    expect((await call('POST', `/api/hooks/replay/${id}/`, { from: 'yesterday' })).status).toBe(400);
  });
});

describe('GET /api/hooks/samples/', () => {
  test('200 the newest three records, in the shape of the event', async () => {
    const { json } = await call('GET', '/api/hooks/samples/order.created/');
    const samples = json.samples as { type: string; data: { id: number; changed: string[] } }[];
    expect(samples.map(({ data }) => data.id)).toEqual([order, order - 1, order - 2]);
    expect(samples[0]).toMatchObject({
      type: 'order.created',
      data: { entity: 'order', version: 1, record: { id: order, items: [{ product: 'Стол' }] } },
    });
  });

  test('200 nothing where there is no record, 404 for no event', async () => {
    expect((await call('GET', '/api/hooks/samples/order.eaten/')).status).toBe(404);
    expect(((await call('GET', '/api/hooks/samples/client.updated/')).json.samples as unknown[]).length).toBe(1);
  });
});
