import { beforeAll, expect, test } from 'vitest';
import { call } from '@/lib/testing/api';
import { systemCtx } from '@/lib/testing/people';
import { createClient } from './clients/create-client';
import { verifyDatabase } from './verify/verify-database';

let client = 0;

beforeAll(async () => {
  client = (await createClient(systemCtx(), { company: 'ООО «Вектор»' })).id;
});

test('20 parallel writers edit one order with If-Match: exactly one wins each round, no update is lost', async () => {
  const added = await call('POST', '/api/orders/add/', { client, product: 'Стол', quantity: 1, price: '1.00', description: '' });
  const id = Number(added.json.id);
  for (let round = 1; round <= 10; round++) {
    const writers = Array.from({ length: 20 }, (_, writer) =>
      call(
        'POST',
        `/api/orders/edit/${id}/`,
        { description: `round ${round}, writer ${writer}` },
        { headers: { 'if-match': `"${round}"` } },
      ),
    );
    const statuses = (await Promise.all(writers)).map((reply) => reply.status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 412)).toHaveLength(19);
    const winner = statuses.indexOf(200);
    expect((await call('POST', `/api/orders/get/${id}/`)).json).toMatchObject({
      version: round + 1,
      description: `round ${round}, writer ${winner}`,
    });
  }
});

test('a reader polling the change feed under 8 parallel writers sees each change exactly once', async () => {
  type Feed = { changes: { entity: string; id: number; action: string; cursor: string }[]; next: string };
  const seen: Feed['changes'] = [];
  let writing = true;
  let { next } = (await call('GET', '/api/changes/?limit=1000')).json as unknown as Feed;
  const poll = async () => {
    const page = (await call('GET', `/api/changes/?limit=7&after=${next}`)).json as unknown as Feed;
    seen.push(...page.changes);
    next = page.next;
    return page.changes.length;
  };
  const reader = (async () => {
    while (writing || (await poll()) > 0) if (writing) await poll();
  })();
  const acknowledged: number[] = [];
  const writer = async () => {
    for (let n = 0; n < 25; n++) {
      const reply = await call('POST', '/api/orders/add/', { client, product: 'Стул', quantity: 1, price: '2.50', description: '' });
      expect(reply.status, reply.text).toBe(200);
      acknowledged.push(Number(reply.json.id));
    }
  };
  await Promise.all(Array.from({ length: 8 }, writer));
  writing = false;
  await reader;
  const created = seen.filter(({ entity, action }) => entity === 'order' && action === 'create').map(({ id }) => id);
  expect(created.sort((a, b) => a - b)).toEqual(acknowledged.sort((a, b) => a - b));
  expect(new Set(seen.map(({ cursor }) => cursor)).size).toBe(seen.length);
});

test('an acknowledged write is in the very next poll', async () => {
  for (let n = 0; n < 20; n++) {
    const { next } = (await call('GET', `/api/changes/?limit=1000&after=${lastCursor}`)).json as { next: string };
    lastCursor = next;
    const added = await call('POST', '/api/orders/add/', { client, product: 'Лампа', quantity: 1, price: '2.50', description: '' });
    const page = (await call('GET', `/api/changes/?after=${next}`)).json as { changes: { id: number }[] };
    expect(page.changes.map(({ id }) => id)).toContain(added.json.id);
  }
});

let lastCursor = '0-0';

test('after all of it the database is whole', async () => {
  expect((await verifyDatabase(systemCtx().db)).problems).toEqual([]);
});
