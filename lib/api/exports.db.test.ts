import { beforeAll, describe, expect, test } from 'vitest';
import { createClient } from '@/lib/domain/clients/create-client';
import { createOrder } from '@/lib/domain/orders/create-order';
import { queueState, takePlace } from '@/lib/export/export-queue';
import { call } from '@/lib/testing/api';
import { ctxOf } from '@/lib/testing/people';

/** Records of a machine's CSV without quoted line breaks, by the names of its columns. */
function records(text: string): Record<string, string>[] {
  const [head = '', ...rows] = text.trimEnd().split('\r\n');
  const names = head.split(',');
  return rows.map((row) => Object.fromEntries(row.split(',').map((cell, at) => [names[at] ?? '', cell])));
}

const ids: number[] = [];

beforeAll(async () => {
  const ctx = await ctxOf('admin');
  const { id: client } = await createClient(ctx, {
    last_name: 'Соколова',
    first_name: 'Марина',
    company: '=cmd()',
    mobile_phone: '+79123456789',
  });
  const { id: other } = await createClient(ctx, { company: 'ООО Ясень' });
  for (let n = 1; n <= 5; n++) {
    const items = [
      { product: `Стол ${n}`, quantity: 2000, price: n * 10_050 },
      { product: 'Стул', quantity: 1500, price: 100 },
    ];
    const { order } = await createOrder(ctx, { client: n % 2 ? client : other, description: `заказ ${n}`, items });
    ids.push(order.id);
  }
});

describe('GET /api/exports/orders/', () => {
  test('200: the orders of a filter in its order, with ids, versions and the count', async () => {
    const reply = await call('GET', '/api/exports/orders/?format=csv&preset=rfc4180&q=соколова&sort=total_price');
    expect([reply.status, reply.headers['x-row-count']]).toEqual([200, '3']);
    const found = records(reply.text);
    expect(found.map(({ id }) => Number(id))).toEqual([ids[0], ids[2], ids[4]]);
    expect(found[0]).toMatchObject({ version: '1', client_name: 'Соколова Марина', total_price: '202.50', paid: '0.00', owed: '202.50' });
    expect(found[0]?.company).not.toMatch(/^=/);
    expect(found[0]?.client_phone).toContain('79123456789');
  });

  test('200: a name in Russian that any browser can read', async () => {
    const { headers } = await call('GET', '/api/exports/orders/?format=json');
    const name = /filename\*=UTF-8''(\S+)$/.exec(headers['content-disposition'] ?? '')?.[1] ?? '';
    expect(decodeURIComponent(name)).toMatch(/^Заказы \d{4}-\d\d-\d\d\.json$/);
    expect(headers['content-disposition']).toMatch(/^attachment; filename="orders_\d{4}-\d\d-\d\d\.json"; /);
  });

  test('200: the file proves itself: rows, sum and control sum are those of its rows', async () => {
    const { json } = await call('GET', '/api/exports/orders/?format=json&lang=en');
    const { rows, totals, parameters } = json as {
      rows: { total_price: string }[];
      totals: { total_price: string };
      parameters: { label: string; value: unknown }[];
    };
    const value = (label: string) => parameters.find((one) => one.label === label)?.value;
    const sum = rows.reduce((all, { total_price }) => all + Math.round(Number(total_price) * 100), 0);
    expect(value('Rows')).toBe(5);
    expect([totals.total_price, value('Sum')]).toEqual([(sum / 100).toFixed(2), (sum / 100).toFixed(2)]);
    expect(value('Control sum')).toMatch(/^[0-9a-f]{16}$/);
  });

  test('200: the file says what it covers, in words', async () => {
    const said = async (query: string) => {
      const { json } = await call('GET', `/api/exports/orders/?format=json&lang=en&${query}`);
      const { parameters } = json as { parameters: { label: string; value: unknown }[] };
      return Object.fromEntries(parameters.map(({ label, value }) => [label, value]));
    };
    expect(await said('from=2026-01-01&status=Pending&payment=unpaid&q=cjrjkjdf&sort=client,-total_price')).toMatchObject({
      What: 'Orders',
      Period: 'from 1 January 2026',
      Filter: 'Search: соколова; Status: Pending; Unpaid',
      Order: 'Client ascending, Total descending',
      'Downloaded by': 'admin',
    });
    expect(await said('from=2026-01-01&status=Pending&q=стол&match=any')).toMatchObject({
      Period: 'Any time',
      Filter: 'Search: стол; Status: Pending or from 1 January 2026',
    });
    expect(await said(`ids=${ids[0]},${ids[1]}&status=Completed`)).toMatchObject({ Filter: 'Ticked rows: 2' });
    expect(await said('')).toMatchObject({ Filter: 'No conditions' });
    expect(await said('weekday=1&hour=9&author=0&client_class=A')).toMatchObject({
      Filter: 'Author: Not a user; Weekday: Monday; Time: 9:00–10:00; Clients of class A',
    });
    const clients = await call(
      'GET',
      '/api/exports/clients/?format=json&lang=en&order_from=2026-01-01&order_status=Pending,Completed&ordered_before=2026-01-01&order_class=B',
    );
    const { parameters } = clients.json as { parameters: { label: string; value: unknown }[] };
    expect(parameters.find(({ label }) => label === 'Filter')?.value).toBe(
      'Orders (from 1 January 2026; Status: Pending, Completed); Class B; Ordered before 1 January 2026',
    );
  });

  test('200: the columns of the screen, id and version before them', async () => {
    const { text } = await call('GET', '/api/exports/orders/?preset=rfc4180&columns=client,total_price,product');
    expect(text.split('\r\n')[0]).toBe('id,version,client_name,company,total_price,goods');
  });

  test('200: only the named ones, whatever the filter says', async () => {
    const { text } = await call('GET', `/api/exports/orders/?preset=rfc4180&ids=${ids[3]},${ids[1]}&status=Completed&sort=id`);
    expect(records(text).map(({ id }) => Number(id))).toEqual([ids[1], ids[3]]);
  });

  test('200 for a viewer, 401 for nobody', async () => {
    expect((await call('GET', '/api/exports/orders/', undefined, { as: 'viewer' })).status).toBe(200);
    expect((await call('GET', '/api/exports/orders/', undefined, { as: null })).status).toBe(401);
  });

  test('200 to a POST with many ids', async () => {
    const many = [...ids, ...Array.from({ length: 5000 }, (_, n) => 100_000 + n)].join(',');
    const { status, text } = await call('POST', '/api/exports/orders/', { ids: many, preset: 'rfc4180' });
    expect([status, records(text).length]).toEqual([200, 5]);
  });

  test('400 names the field: format, columns, sort, ids, status', async () => {
    for (const [query, field] of [
      ['format=exe', 'format'],
      ['columns=nothing', 'columns'],
      ['sort=nothing', 'sort'],
      ['ids=1,x', 'ids'],
      ['status=Lost', 'status.0'],
      ['from=2026-02-30', 'from'],
    ]) {
      const { status, json } = await call('GET', `/api/exports/orders/?${query}`);
      expect([query, status, Object.keys((json.fields as object) ?? {})]).toEqual([query, 400, [field]]);
    }
    expect(queueState()).toEqual({ running: 0, waiting: 0 });
  });
});

test('every other entity answers, too', async () => {
  for (const [entity, count] of [
    ['order-lines', 10],
    ['clients', 2],
    ['products', 6],
  ] as const) {
    const reply = await call('GET', `/api/exports/${entity}/?preset=rfc4180`);
    expect([entity, reply.status, records(reply.text).length, reply.headers['x-row-count']]).toEqual([entity, 200, count, String(count)]);
  }
  const history = records((await call('GET', '/api/exports/history/?preset=rfc4180&entity=order&lang=en')).text);
  expect(history.map(({ record }) => Number(record))).toEqual([...ids].reverse());
  expect(history[0]).toMatchObject({ action: 'Created', entity: 'Order' });
});

describe('GET /api/exports/progress/', () => {
  const ticket = 'a-ticket-of-my-own-1';

  test('200: rows and sum of one’s own download, 404 for everybody else', async () => {
    const { text } = await call('GET', `/api/exports/orders/?preset=rfc4180&ticket=${ticket}`);
    const sum = records(text).reduce((all, { total_price }) => all + Math.round(Number(total_price) * 100), 0);
    const own = await call('GET', `/api/exports/progress/?ticket=${ticket}`);
    expect([own.status, own.json]).toEqual([200, { state: 'done', rows: 5, total: 5, sum_minor: sum }]);
    expect((await call('GET', `/api/exports/progress/?ticket=${ticket}`, undefined, { as: 'viewer' })).status).toBe(404);
    expect((await call('DELETE', `/api/exports/cancel/?ticket=${ticket}`, undefined, { as: 'viewer' })).status).toBe(404);
  });

  test('200 to a cancel of one that waits: it leaves the queue and is never begun', async () => {
    const never = new AbortController().signal;
    const places = [await takePlace(never), await takePlace(never)];
    const waiting = call('GET', '/api/exports/orders/?ticket=a-ticket-that-waits');
    await expect.poll(() => queueState().waiting).toBe(1);
    expect((await call('GET', '/api/exports/progress/?ticket=a-ticket-that-waits')).json).toMatchObject({ state: 'waiting', rows: 0 });
    expect((await call('DELETE', '/api/exports/cancel/?ticket=a-ticket-that-waits')).status).toBe(200);
    expect((await waiting).status).not.toBe(200);
    expect(queueState()).toEqual({ running: 2, waiting: 0 });
    for (const release of places) release();
    expect(queueState()).toEqual({ running: 0, waiting: 0 });
  });

  test('ten at once are all answered, two at a time', async () => {
    const replies = await Promise.all(Array.from({ length: 10 }, () => call('GET', '/api/exports/orders/?preset=rfc4180')));
    expect(replies.map(({ status, text }) => [status, records(text).length])).toEqual(Array.from({ length: 10 }, () => [200, 5]));
    expect(queueState()).toEqual({ running: 0, waiting: 0 });
  });
});
