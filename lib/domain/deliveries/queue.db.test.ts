import { beforeEach, describe, expect, test } from 'vitest';
import { getEngine } from '@/db/client';
import { countDeliveriesOf } from '@/db/queries/delivery-counts';
import { insertExchange } from '@/db/queries/exchanges';
import { tidyUp } from '@/lib/housekeeping';
import { deliverNext } from '@/lib/outbox/deliver-round';
import { systemCtx } from '@/lib/testing/people';
import {
  deliveriesOf,
  newConnection,
  queue,
  type Reaction,
  simulatedPeer,
  simulatedProvider,
  virtualClock,
} from '@/lib/testing/simulated-receiver';
import { createClient } from '../clients/create-client';
import { eraseClient } from '../privacy/erase-client';
import { getDelivery, listDeliveries } from './list-deliveries';
import { getExchange, listExchanges } from './list-exchanges';
import { replayDeliveries, retryDead, retryDelivery, skipDelivery } from './requeue-deliveries';

const db = getEngine();
const ending = new AbortController().signal;
const day = 24 * 3_600_000;
const clock = virtualClock();
const ctx = { ...systemCtx(), now: clock.now };
const provider = simulatedProvider();
let connectionId = 0;
let react: Reaction = 200;
const peer = simulatedPeer(clock, () => react);
const deliver = async () => {
  while (
    await deliverNext({ db, ending }, { id: connectionId, kind: 'webhook' }, { clock, providers: () => provider, network: peer.network })
  );
};
const states = async () => (await deliveriesOf(db, connectionId)).map(({ state }) => state);
const idAt = async (n: number) => (await deliveriesOf(db, connectionId))[n]?.id ?? 0;

beforeEach(async () => {
  connectionId = (await newConnection(db, clock)).id;
  react = 200;
  await queue(db, connectionId, [1, 2, 3], clock.now().getTime());
});

describe('what a person does with the queue', () => {
  test('dead ones go out again, one or all', async () => {
    react = 422;
    await deliver();
    expect(await states()).toEqual(['dead', 'dead', 'dead']);
    const counts = await ctx.db.read((tx) => countDeliveriesOf(tx, [connectionId]));
    expect(counts.get(connectionId)).toEqual({ waiting: 0, dead: 3 });
    expect(await getDelivery(ctx, await idAt(0))).toMatchObject({ state: 'dead', problem: { code: 'rejected', values: { status: 422 } } });
    react = 200;
    expect(await retryDelivery(ctx, await idAt(1))).toBe(true);
    await deliver();
    expect(await states()).toEqual(['dead', 'done', 'dead']);
    expect(await retryDead(ctx, connectionId)).toBe(2);
    await deliver();
    expect(await states()).toEqual(['done', 'done', 'done']);
  });

  test('one is given up', async () => {
    expect(await skipDelivery(ctx, await idAt(0))).toBe(true);
    await deliver();
    expect(await states()).toEqual(['skipped', 'done', 'done']);
    expect(await skipDelivery(ctx, await idAt(1))).toBe(false);
    await expect(skipDelivery(ctx, 999_999)).rejects.toMatchObject({ code: 'not_found' });
    await expect(retryDelivery(ctx, 999_999)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('a time is told again, under the same numbers', async () => {
    await deliver();
    clock.move(day);
    await queue(db, connectionId, [4], clock.now().getTime());
    await deliver();
    const before = peer.heard.length;
    const from = clock.now().getTime() - 2 * day;
    expect(await replayDeliveries(ctx, { connectionId, from, to: clock.now().getTime() })).toBe(3);
    await deliver();
    const again = peer.heard.slice(before).map(({ uid }) => uid);
    expect(again).toEqual((await deliveriesOf(db, connectionId)).slice(0, 3).map(({ uid }) => uid));
    expect(await states()).toEqual(['done', 'done', 'done', 'done']);
  });
});

test('lists come page by page, the newest first', async () => {
  await deliver();
  const first = await listDeliveries(ctx, { connectionId, states: ['done'], limit: 2 });
  const second = await listDeliveries(ctx, { connectionId, states: ['done'], limit: 2, before: first.older ?? 0 });
  expect([...first.rows, ...second.rows].map(({ entityId }) => entityId)).toEqual([3, 2, 1]);
  expect([first.older !== null, second.older]).toEqual([true, null]);
  const requests = await listExchanges(ctx, { connectionId, limit: 2 });
  const older = await listExchanges(ctx, { connectionId, limit: 2, before: requests.older ?? 0 });
  expect([...requests.rows, ...older.rows].map(({ deliveryId }) => deliveryId)).toEqual([await idAt(2), await idAt(1), await idAt(0)]);
  const [one] = requests.rows;
  expect(await getExchange(ctx, one?.id ?? 0)).toEqual(one);
  expect(one).toMatchObject({ direction: 'out', status: 200, outcome: 'ok', note: { code: 'accepted' }, erased: false });
  expect((await listExchanges(ctx, { connectionId, outcome: 'failed', limit: 9 })).rows).toEqual([]);
});

test('what is at its end goes after a month, what is dead after half a year, what waits never', async () => {
  await deliver();
  react = 400;
  await queue(db, connectionId, [4], clock.now().getTime());
  await deliver();
  await queue(db, connectionId, [5], clock.now().getTime());
  const after = async (days: number) => {
    await tidyUp(db, new Date(clock.now().getTime() + days * day));
    return [(await states()).join(), (await listExchanges(ctx, { connectionId, limit: 9 })).rows.length];
  };
  expect(await after(29)).toEqual(['done,done,done,dead,queued', 4]);
  expect(await after(31)).toEqual(['dead,queued', 0]);
  expect(await after(181)).toEqual(['queued', 0]);
});

test('an erased client is in no request', async () => {
  const client = await createClient(ctx, { company: 'Чебурашкинский завод' });
  await db.transaction((tx) =>
    insertExchange(tx, {
      connectionId,
      deliveryId: null,
      runId: null,
      at: clock.now().getTime(),
      durationMs: 1,
      direction: 'in',
      subject: 'POST /api/1c',
      status: 200,
      outcome: 'ok',
      note: '{"code":"accepted"}',
      request: '<xml>Чебурашкинский завод</xml>',
      answer: 'success',
    }),
  );
  await eraseClient(ctx, { id: client.id });
  const [kept] = (await listExchanges(ctx, { connectionId, limit: 1 })).rows;
  expect(kept).toMatchObject({ request: '', answer: '', erased: true });
});
