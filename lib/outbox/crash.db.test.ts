import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createEngine, getEngine } from '@/db/client';
import { databaseUrl } from '@/db/dialect/name';
import type { Engine } from '@/db/engines/engine';
import type { GuardedHttp } from '@/lib/integrations/http/guarded-http';
import {
  deliveriesOf,
  newConnection,
  nextDue,
  queue,
  type Reaction,
  seeded,
  simulatedPeer,
  simulatedProvider,
  virtualClock,
} from '@/lib/testing/simulated-receiver';
import { deliverNext } from './deliver-round';

/** A process that is killed at one step: whatever it would do afterwards has no effect, on the database or the network. */
function mortal(db: Engine, network: GuardedHttp, diesAt: number): { db: Engine; network: GuardedHttp; steps: () => number } {
  let step = 0;
  const live = () => {
    if (++step >= diesAt) throw new Error('killed');
  };
  return {
    steps: () => step,
    db: {
      ...db,
      read: async (work) => {
        live();
        return db.read(work);
      },
      transaction: async (work, options) => {
        // Before it begins, within it, and when it is written but nobody knows.
        live();
        const result = await db.transaction(async (tx) => {
          const done = await work(tx);
          live();
          return done;
        }, options);
        live();
        return result;
      },
    },
    network: {
      ...network,
      send: async (request, signal) => {
        live();
        const answer = await network.send(request, signal);
        live();
        return answer;
      },
    },
  };
}

const ending = new AbortController().signal;
const provider = simulatedProvider({ delays: [1000, 5000, 20_000, 60_000, 60_000, 60_000, 60_000, 60_000] });
const providers = () => provider;

/** First arrivals of a record come in the order of its changes. */
function expectOrder(taken: Iterable<{ entityId: number; id: number }>): void {
  const last = new Map<number, number>();
  for (const { entityId, id } of taken) {
    expect(id).toBeGreaterThan(last.get(entityId) ?? 0);
    last.set(entityId, id);
  }
}

test('killed at each step of an attempt in turn, every event has its effect exactly once and in its order', async () => {
  const db = getEngine();
  const clock = virtualClock();
  const connection = await newConnection(db, clock);
  const peer = simulatedPeer(clock, () => 200);
  const live = () => deliverNext({ db, ending }, connection, { clock, providers, network: peer.network });
  let steps = 0;
  for (let diesAt = 1; ; diesAt++) {
    await queue(db, connection.id, [7], clock.now().getTime());
    const process = mortal(db, peer.network, diesAt);
    await deliverNext({ db: process.db, ending }, connection, { clock, providers, network: process.network }).catch(() => undefined);
    steps = process.steps();
    if (steps < diesAt) break;
    // The next process finds what was left behind when its lease has ended.
    clock.move(60_001);
    while (await live());
  }
  expect(steps).toBeGreaterThan(8);
  const rows = await deliveriesOf(db, connection.id);
  expect(rows.length).toBeGreaterThan(8);
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['done']));
  expect([...peer.taken.keys()]).toEqual(rows.map(({ uid }) => uid));
});

const failures: Reaction[] = ['down', 'lost', 500, 503, 429, 408];

test('with several workers that die at random, and a network that fails at random', { timeout: 240_000 }, async () => {
  const db = getEngine();
  // Engines of their own, as other processes have them; two writing connections to a file would wait for each other in one process.
  const others = db.dialect === 'postgres' ? [createEngine(databaseUrl()), createEngine(databaseUrl())] : [];
  const engines = others.length > 0 ? [db, ...others] : [db, db, db];
  const plan = fc.record({
    records: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 14 }),
    seed: fc.integer(),
    merges: fc.boolean(),
  });
  const run = async ({ records, seed, merges }: { records: number[]; seed: number; merges: boolean }) => {
    const random = seeded(seed);
    const reaction = (): Reaction => (random() < 0.6 ? 200 : (failures[Math.floor(random() * failures.length)] ?? 200));
    const death = () => (random() < 0.5 ? 1000 : 1 + Math.floor(random() * 14));
    const clock = virtualClock();
    const connection = await newConnection(db, clock);
    const peer = simulatedPeer(clock, reaction);
    const merging = { ...provider, merges, delays: Array.from({ length: 60 }, () => 10_000) };
    await queue(db, connection.id, records, clock.now().getTime());
    for (let turn = 0; ; turn++) {
      if (turn > 500) throw new Error('it does not come to its end');
      const due = await nextDue(db, connection.id);
      if (due === undefined) break;
      clock.moveTo(due);
      await Promise.all(
        engines.map(async (engine) => {
          const process = mortal(engine, peer.network, death());
          const options = { clock, providers: () => merging, network: process.network };
          for (let n = 0; n < 4; n++) if (!(await deliverNext({ db: process.db, ending }, connection, options).catch(() => false))) break;
        }),
      );
    }
    const rows = await deliveriesOf(db, connection.id);
    const sent = rows.filter(({ state }) => state === 'done');
    expect(rows.filter(({ state }) => state !== 'done' && !(merges && state === 'merged'))).toEqual([]);
    expect(sent.every(({ uid }) => peer.taken.has(uid))).toBe(true);
    if (!merges) expect(peer.taken.size).toBe(rows.length);
    // The last word about each record has been heard.
    const last = new Map(rows.map(({ entityId, uid }) => [entityId, uid]));
    expect([...last.values()].filter((uid) => !peer.taken.has(uid))).toEqual([]);
    expectOrder(peer.taken.values());
    expect(peer.most()).toBe(1);
  };
  try {
    await fc.assert(fc.asyncProperty(plan, run), { numRuns: 15, endOnFailure: true });
  } finally {
    for (const engine of others) await engine.close();
  }
});
