import { afterAll, beforeAll, expect, test } from 'vitest';
import { type NodeRed, nodeRed, type Taken } from '@/lib/testing/node-red';
import { type ScratchDatabase, scratchDatabase, scratchPassword } from '@/lib/testing/scratch-database';
import { type RunningServer, type Session, signInTo, startServer } from '@/lib/testing/server';

/** The production build tells a real Node-RED, which knows us by our signatures alone. */
let peer: NodeRed;
let database: ScratchDatabase;
let server: RunningServer;
let office: Session;
let hook = 0;

async function serve(): Promise<void> {
  server = await startServer({ ...database.settings, EXCHANGE_ALLOW: '127.0.0.1' });
  office = await signInTo(server.url, 'boss', scratchPassword);
}

const post = async <T>(path: string, body: object = {}) => {
  const answer = await office.post(path, body);
  expect(answer.status, path).toBe(200);
  return (await answer.json()) as T;
};
const get = async <T>(path: string) => (await (await fetch(server.url + path, { headers: office.auth })).json()) as T;

/** Waits for what a look shows. */
async function until<T>(look: () => Promise<T>, enough: (seen: T) => boolean, ms = 60_000): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const seen = await look();
    if (enough(seen)) return seen;
    if (Date.now() > end) throw new Error(`waited in vain, last seen ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const good = async () => (await peer.taken()).filter(({ ok }) => ok);
const types = (taken: Taken[]) => taken.map(({ message }) => message.type);

interface Log {
  deliveries: { id: number; webhook_id: string; event: string; state: string; attempts: number; log: { status: number | null }[] }[];
}
const log = () => get<Log>(`/api/hooks/deliveries/${hook}/`);

beforeAll(async () => {
  database = await scratchDatabase('sqlite');
  peer = await nodeRed();
  await Promise.all([serve(), peer.start()]);
}, 180_000);

afterAll(async () => {
  await server?.stop();
  await peer?.remove();
  await database?.remove();
});

const order = { client: 1, items: [{ product: 'Стол «Дуб», 2 м', quantity: 2, price: '1500.50' }], description: 'срочно' };

test('a flow takes a test event and what happens to records, in the order of each record', async () => {
  const events = ['client.created', 'order.created', 'order.updated', 'order.status_changed'];
  const made = await post<{ id: number; secret: string }>('/api/hooks/', { target_url: `${peer.url}/hook`, events });
  hook = made.id;
  await peer.knows(made.secret);
  await post(`/api/hooks/test/${hook}/`);
  await post('/api/clients/add/', { first_name: 'Анна', last_name: 'Ёлкина', email: 'anna@example.com' });
  await post('/api/orders/add/', order);
  await post('/api/orders/edit/1/', { status: 'Completed' });
  const taken = await until(good, ({ length }) => length >= 5);
  expect(types(taken).sort()).toEqual(['client.created', 'order.created', 'order.status_changed', 'order.updated', 'test']);
  const ofOrder = taken.filter(({ message }) => message.data.entity === 'order');
  expect(ofOrder.map(({ message }) => message.data.version)).toEqual([1, 2, 2]);
  expect(ofOrder[1]?.message.data).toMatchObject({ changes: { status: { from: 'Pending', to: 'Completed' } } });
  const shown = await post<{ order: object }>('/api/orders/get/1/');
  expect(ofOrder[2]?.message.data.record).toMatchObject(shown);
  expect((await peer.taken()).filter(({ ok }) => !ok)).toEqual([]);
}, 120_000);

test('it still knows us for a day after the secret was changed', async () => {
  const before = (await good()).length;
  const { secret } = await post<{ secret: string }>(`/api/hooks/secret/${hook}/`);
  await post('/api/orders/edit/1/', { description: 'после смены секрета' });
  await until(good, ({ length }) => length > before);
  await peer.knows(secret);
  await post('/api/orders/edit/1/', { description: 'и новый секрет знаком' });
  await until(good, ({ length }) => length > before + 1);
}, 120_000);

test('what it refused is in the log, and is sent again when it is asked for', async () => {
  const before = (await good()).length;
  await peer.knows('whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=');
  await post('/api/orders/edit/1/', { description: 'никто не поверит' });
  const { deliveries } = await until(log, ({ deliveries: [newest] }) => newest?.log[0]?.status === 401);
  expect(deliveries[0]).toMatchObject({ event: 'order.updated', state: 'queued' });
  const { secret } = await post<{ secret: string }>(`/api/hooks/secret/${hook}/`);
  await peer.knows(secret);
  await post(`/api/hooks/replay/${hook}/`, { delivery: deliveries[0]?.id });
  const taken = await until(good, ({ length }) => length > before);
  expect(taken.at(-1)?.id).toBe(deliveries[0]?.webhook_id);
}, 120_000);

test('nothing is lost or doubled when it was away and we were cut off meanwhile', async () => {
  const { secret } = await post<{ secret: string }>(`/api/hooks/secret/${hook}/`);
  await peer.stop();
  for (const n of [1, 2, 3]) await post('/api/orders/edit/1/', { description: `пока никого нет, ${n}` });
  await until(log, ({ deliveries }) => deliveries.some(({ log }) => log[0]?.status === null));
  await server.kill();
  await peer.start();
  await peer.knows(secret);
  await serve();
  const taken = await until(good, ({ length }) => length >= 3, 90_000);
  const said = taken.map(({ message }) => (message.data.changes as { description?: { to: string } }).description?.to);
  expect(said).toEqual([1, 2, 3].map((n) => `пока никого нет, ${n}`));
  expect(new Set(taken.map(({ id }) => id)).size).toBe(3);
}, 240_000);
