import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { getEngine } from '@/db/client';
import { updateConnection, updateConnectionState } from '@/db/queries/connections';
import { historyPage } from '@/db/queries/journal';
import { createClient } from '@/lib/domain/clients/create-client';
import { editClient } from '@/lib/domain/clients/edit-client';
import { listExchanges } from '@/lib/domain/deliveries/list-exchanges';
import { sealJournal } from '@/lib/domain/journal/seal';
import { createOrder } from '@/lib/domain/orders/create-order';
import type { Provider } from '@/lib/integrations/provider';
import { log } from '@/lib/log';
import { systemCtx } from '@/lib/testing/people';
import {
  deliveriesOf,
  newConnection,
  nextDue,
  peerSecret,
  queue,
  type Reaction,
  type SimulatedOptions,
  simulatedPeer,
  simulatedProvider,
  stateOf,
  virtualClock,
} from '@/lib/testing/simulated-receiver';
import { restAfter } from './breaker';
import { deliverNext, deliverRound } from './deliver-round';
import { startWorker, type Worker } from './worker';

const db = getEngine();
const ending = new AbortController().signal;
const hour = 3_600_000;
const day = 24 * hour;

interface Arranged extends SimulatedOptions {
  react: (heard: { entityId: number; id: number; at: number }) => Reaction;
  headers?: Record<string, string>;
}

async function arrange({ react, headers, ...options }: Arranged) {
  const clock = virtualClock();
  const connection = await newConnection(db, clock);
  const peer = simulatedPeer(clock, react, headers);
  const provider = simulatedProvider(options);
  const deliver = () => deliverNext({ db, ending }, connection, { clock, providers: () => provider, network: peer.network });
  /** Works on as time goes by, until nothing waits or a time has come. */
  const workUntil = async (end = Number.POSITIVE_INFINITY) => {
    for (;;) {
      const due = await nextDue(db, connection.id);
      if (due === undefined || due > end) break;
      clock.moveTo(due);
      if (!(await deliver())) break;
    }
    if (Number.isFinite(end)) clock.moveTo(end);
  };
  const start = clock.now().getTime();
  const tell = (...records: number[]) => queue(db, connection.id, records, clock.now().getTime());
  const states = async () => (await deliveriesOf(db, connection.id)).map(({ state }) => state);
  const noted = async () => (await stateOf(db, connection.id)).noted;
  const connectionState = async () => (await stateOf(db, connection.id)).connection?.state;
  return { clock, connection, peer, provider, deliver, workUntil, start, tell, states, noted, connectionState };
}

describe('a receiver that is down for three days', () => {
  test.each<[string, Reaction]>([
    ['without an answer', 'down'],
    ['with 503', 503],
  ])('%s: loses nothing, and is asked no more often than the breaker allows', async (_, failure) => {
    const up = Date.UTC(2026, 0, 4);
    const { clock, peer, workUntil, tell, states, start, noted } = await arrange({
      react: ({ at }) => (at < up ? failure : 200),
      // Far fewer attempts than three days would use up.
      delays: [1000, 60_000],
    });
    await tell(1, 2, 3, 1, 1, 2);
    await workUntil(start + day);
    await tell(4, 1);
    await workUntil(start + 2.5 * day);
    await tell(2, 5, 5);
    expect(new Set(await states())).toEqual(new Set(['queued']));
    await workUntil(up + 2 * hour);
    expect(new Set(await states())).toEqual(new Set(['done']));
    expect(peer.taken.size).toBe(11);
    const last = new Map<number, number>();
    for (const { entityId, id } of peer.taken.values()) {
      expect(id).toBeGreaterThan(last.get(entityId) ?? 0);
      last.set(entityId, id);
    }
    const tries = peer.heard.filter(({ at }) => at < up).map(({ at }) => at);
    // Five until it opens, seven while the rest doubles, one an hour.
    expect(tries.length).toBeLessThanOrEqual(5 + 7 + 72);
    for (const [n, at] of tries.entries()) if (n > 0) expect(at - (tries[n - 1] ?? 0)).toBeGreaterThanOrEqual(restAfter(n));
    expect(await noted()).toMatchObject({ failures: 0, failingSince: null, lastProblem: null });
    expect(clock.now().getTime()).toBe(up + 2 * hour);
  });

  test('and for five: it is disabled, and what waits goes out when somebody starts it again', async () => {
    let up = false;
    const { connection, workUntil, tell, states, start, connectionState, clock } = await arrange({ react: () => (up ? 200 : 'down') });
    await tell(1, 2);
    await workUntil(start + 6 * day);
    expect([await connectionState(), ...(await states())]).toEqual(['disabled', 'queued', 'queued']);
    up = true;
    const { connection: now } = await stateOf(db, connection.id);
    await db.transaction(async (tx) => {
      if (now) await updateConnection(tx, { ...now, state: 'active' });
      await updateConnectionState(tx, connection.id, { failures: 0, failingSince: null, waitUntil: null });
    });
    await workUntil(clock.now().getTime() + day);
    expect(await states()).toEqual(['done', 'done']);
  });
});

describe('what an answer makes of a delivery and its connection', () => {
  test.each<[Reaction, string, string]>([
    [200, 'done', 'active'],
    [400, 'dead', 'active'],
    [404, 'dead', 'active'],
    [401, 'queued', 'paused'],
    [302, 'queued', 'paused'],
    [410, 'queued', 'disabled'],
    ['down', 'queued', 'active'],
  ])('%s: %s, the connection %s', async (reaction, state, connected) => {
    const { deliver, tell, states, connectionState } = await arrange({ react: () => reaction });
    await tell(1);
    expect(await deliver()).toBe(true);
    expect([await states(), await connectionState()]).toEqual([[state], connected]);
  });

  test('a pause stands in the journal, in the name of the connection', async () => {
    const { deliver, tell, noted } = await arrange({ react: () => 401 });
    await tell(1);
    await deliver();
    await sealJournal(db);
    const [entry] = await db.read((tx) => historyPage(tx, { limit: 1 }));
    expect(entry).toMatchObject({ operation: { kind: 'connection.state', actorType: 'system', actorName: 'Peer' } });
    expect(JSON.parse((await noted())?.lastProblem ?? '')).toMatchObject({ code: 'unauthorized' });
  });

  test('a bad record is given up after its attempts, and does not keep others from going out', async () => {
    const { connection, workUntil, tell, start } = await arrange({
      react: ({ entityId }) => (entityId === 1 ? 500 : 200),
      delays: [1000, 1000],
    });
    // Others come all the while: the connection works.
    for (let n = 0; n < 20; n++) {
      await tell(...(n === 0 ? [1, 2] : [2]));
      await workUntil(start + (n + 1) * 500);
    }
    const rows = await deliveriesOf(db, connection.id);
    expect(rows.filter(({ entityId }) => entityId === 1).map(({ state, attempts }) => [state, attempts])).toEqual([['dead', 3]]);
    expect(rows.filter(({ entityId, state }) => entityId === 2 && state !== 'done')).toEqual([]);
  });

  test('nothing comes earlier than the other side asks', async () => {
    let calls = 0;
    const { peer, workUntil, tell, start } = await arrange({ react: () => (calls++ === 0 ? 429 : 200), headers: { 'retry-after': '120' } });
    await tell(1, 2);
    await workUntil(start + hour);
    expect(peer.heard.map(({ at, reaction }) => [reaction, at - start >= 120_000])).toEqual([
      [429, false],
      [200, true],
      [200, true],
    ]);
  });

  test('a lost secret pauses', async () => {
    const { connection, deliver, tell, noted, connectionState, peer } = await arrange({ react: () => 200 });
    await db.transaction((tx) => updateConnection(tx, { ...connection, secrets: JSON.stringify({ secret: 'gone.AAAA' }) }));
    await tell(1);
    await deliver();
    expect([await connectionState(), peer.heard.length]).toEqual(['paused', 0]);
    expect(JSON.parse((await noted())?.lastProblem ?? '')).toMatchObject({ code: 'secret_lost' });
  });
});

test('of a record only the newest state is told where that is enough', async () => {
  const { connection, peer, workUntil, tell, start } = await arrange({ react: () => 200, merges: true });
  await tell(1, 2, 1, 1, 2, 3);
  await workUntil(start + hour);
  expect((await deliveriesOf(db, connection.id)).map(({ state }) => state)).toEqual(['merged', 'merged', 'merged', 'done', 'done', 'done']);
  expect(peer.heard.length).toBe(3);
});

test('our own pace puts off, and uses up no attempt', async () => {
  const pace = { rate: { limit: 2, perMs: hour, burst: 1 } };
  const { connection, peer, deliver, tell, noted, workUntil, start } = await arrange({ react: () => 200, pace });
  await tell(1, 2, 3);
  expect([await deliver(), await deliver(), await deliver()]).toEqual([true, true, false]);
  expect((await deliveriesOf(db, connection.id)).map(({ state, attempts }) => [state, attempts])).toEqual([
    ['done', 1],
    ['queued', 0],
    ['queued', 0],
  ]);
  expect((await noted())?.waitUntil).toBeGreaterThan(start);
  await workUntil(start + 4 * hour);
  expect(peer.heard.length).toBe(3);
  for (const { at } of peer.heard) expect(peer.heard.filter((one) => one.at >= at && one.at < at + hour).length).toBeLessThanOrEqual(2);
});

test('a paused connection is told of nothing, and of everything later', async () => {
  const { connection, deliver, tell, states } = await arrange({ react: () => 200 });
  await tell(1);
  const { connection: now } = await stateOf(db, connection.id);
  const paused = now && (await db.transaction((tx) => updateConnection(tx, { ...now, state: 'paused' })));
  expect([await deliver(), await states()]).toEqual([false, ['queued']]);
  if (paused) await db.transaction((tx) => updateConnection(tx, { ...paused, state: 'active' }));
  expect([await deliver(), await states()]).toEqual([true, ['done']]);
});

test('no secret stands in what is kept', async () => {
  const { connection, deliver, tell } = await arrange({ react: () => 400 });
  await tell(1);
  await deliver();
  const { rows } = await listExchanges(systemCtx(), { connectionId: connection.id, limit: 10 });
  expect(rows).toMatchObject([{ status: 400, outcome: 'refused', answer: 'heard ••••', note: { code: 'rejected' } }]);
  const kept = JSON.stringify([rows, await deliveriesOf(db, connection.id), await stateOf(db, connection.id)]);
  for (const form of [peerSecret, encodeURIComponent(peerSecret), Buffer.from(peerSecret).toString('base64')])
    expect(kept).not.toContain(form);
});

test('nor in the log, whatever a provider throws', async () => {
  const { clock, connection, deliver, tell } = await arrange({ react: () => 200 });
  await tell(1);
  const logged: unknown[] = [];
  for (const level of ['error', 'warn', 'info'] as const)
    vi.spyOn(log(), level).mockImplementation((...told: unknown[]) => void logged.push(told));
  const provider: Provider = {
    ...simulatedProvider(),
    deliver: async (work) => {
      throw new Error(
        `could not sign in with ${work.connection.secrets.secret} at ?key=${encodeURIComponent(work.connection.secrets.secret ?? '')}`,
      );
    },
  };
  await deliverNext({ db, ending }, connection, { clock, providers: () => provider });
  vi.restoreAllMocks();
  expect(JSON.stringify(logged)).toContain('could not sign in with ••••');
  const kept = JSON.stringify([logged, await deliveriesOf(db, connection.id)]);
  for (const form of [peerSecret, encodeURIComponent(peerSecret)]) expect(kept).not.toContain(form);
  expect((await deliveriesOf(db, connection.id))[0]).toMatchObject({ state: 'queued', problem: '{"code":"unexpected"}' });
  clock.move(day);
  expect(await deliver()).toBe(true);
});

describe('a running worker', () => {
  const clock = virtualClock(Date.now());
  const peer = simulatedPeer(clock, () => 200);
  const provider = simulatedProvider();
  const options = { providers: (kind: string) => (kind === 'webhook' ? provider : undefined), network: peer.network };
  let workers: Worker[] = [];
  beforeAll(() => {
    workers = [startWorker(db, [deliverRound(options)]), startWorker(db, [deliverRound(options)])];
  });
  afterAll(async () => {
    await Promise.all(workers.map(({ stop }) => stop()));
  });

  test('tells of a change as soon as it is made, each once, from several workers', async () => {
    const connection = await newConnection(db, clock);
    await db.transaction((tx) =>
      updateConnection(tx, { ...connection, topics: JSON.stringify(['client.created', 'client.updated', 'order.created']) }),
    );
    const ctx = systemCtx();
    const client = await createClient(ctx, { company: 'Ромашка' });
    await editClient(ctx, { id: client.id, input: { comment: 'x' } });
    await createOrder(ctx, { client: client.id, items: [{ product: 'Стол', quantity: 1000, price: 100 }] });
    const started = Date.now();
    const own = () => [...peer.taken.values()].length;
    while ((await deliveriesOf(db, connection.id)).some(({ state }) => state !== 'done') && Date.now() - started < 20_000)
      await new Promise((done) => setTimeout(done, 50));
    const rows = await deliveriesOf(db, connection.id);
    expect(rows.map(({ topic, state }) => [topic, state])).toEqual([
      ['client.created', 'done'],
      ['client.updated', 'done'],
      ['order.created', 'done'],
    ]);
    expect(own()).toBeGreaterThanOrEqual(3);
    expect(new Set(peer.heard.map(({ uid }) => uid)).size).toBe(peer.heard.length);
  });

  test('stops when what is under way is done', async () => {
    await Promise.all(workers.map(({ stop }) => stop()));
  });
});
