import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Engine } from '@/db/engines/engine';
import { type ConnectionRow, findAnyConnection, findConnectionState } from '@/db/queries/connections';
import { type DeliveryRow, deliveriesBefore, insertDeliveries, type NewDelivery } from '@/db/queries/deliveries';
import { sealSecret } from '@/lib/auth/secret-box';
import { addConnection } from '@/lib/domain/connections/write-connection';
import { unit } from '@/lib/domain/context';
import type { GuardedHttp } from '@/lib/integrations/http/guarded-http';
import { outcomeOf } from '@/lib/integrations/http/outcome-of';
import type { Pace } from '@/lib/integrations/http/pace';
import { PeerError } from '@/lib/integrations/http/peer-http';
import type { Provider } from '@/lib/integrations/provider';
import type { Clock } from '@/lib/outbox/clock';
import { systemCtx } from '@/lib/testing/people';

export const peerSecret = 'the secret of +/= the peer';

export interface SimulatedOptions {
  merges?: boolean;
  delays?: readonly number[];
  pace?: Pace;
}

/** A system that takes one request for each delivery. */
export function simulatedProvider({ merges = false, delays = [1000, 60_000, 3_600_000], pace }: SimulatedOptions = {}): Provider {
  return {
    kind: 'webhook',
    settings: z.unknown(),
    form: [],
    secrets: [{ name: 'secret', origin: 'given' }],
    topics: [],
    merges,
    delays,
    ...(pace ? { pace } : {}),
    deliver: async ({ http, connection, now }, { uid, entityId, id }) => {
      const headers = { authorization: `Bearer ${connection.secrets.secret}` };
      const answer = await http.send({
        method: 'POST',
        url: `https://peer.example/${uid}`,
        headers,
        body: JSON.stringify({ entityId, id }),
      });
      return outcomeOf(answer, now());
    },
  };
}

/** What the other side does with a request. `lost`: it takes it, and nobody hears of it. */
export type Reaction = 'down' | 'lost' | number;

export interface Heard {
  uid: string;
  entityId: number;
  id: number;
  at: number;
  reaction: Reaction;
}

/** The other side: what it has heard, and what it has taken. */
export interface SimulatedPeer {
  network: GuardedHttp;
  heard: Heard[];
  /** Uids in the order in which they came for the first time and were taken: a repetition has no effect. */
  taken: Map<string, Heard>;
  /** Requests at work at a time, at most. */
  most: () => number;
}

export function simulatedPeer(
  clock: Clock,
  react: (heard: Omit<Heard, 'reaction'>) => Reaction,
  headers: Record<string, string> = {},
): SimulatedPeer {
  const heard: Heard[] = [];
  const taken = new Map<string, Heard>();
  let under = 0;
  let most = 0;
  const network: GuardedHttp = {
    async send({ url, body }) {
      most = Math.max(most, ++under);
      await new Promise((done) => setImmediate(done));
      under--;
      const uid = url.split('/').at(-1) ?? '';
      const told = { uid, ...(JSON.parse(String(body)) as { entityId: number; id: number }), at: clock.now().getTime() };
      const reaction = react(told);
      const one = { ...told, reaction };
      heard.push(one);
      if (reaction === 'down') throw new PeerError({ code: 'unreachable' });
      const fine = reaction === 'lost' || (reaction >= 200 && reaction < 300);
      if (fine && !taken.has(uid)) taken.set(uid, one);
      if (reaction === 'lost') throw new PeerError({ code: 'timeout' });
      return { status: reaction, headers, body: Buffer.from(`heard ${peerSecret}`) };
    },
    close: async () => undefined,
  };
  return { network, heard, taken, most: () => most };
}

/** A clock that stands still until it is moved. */
export function virtualClock(start = Date.UTC(2026, 0, 1)): Clock & { moveTo: (at: number) => void; move: (ms: number) => void } {
  let at = start;
  return {
    now: () => new Date(at),
    random: Math.random,
    moveTo: (to) => {
      at = Math.max(at, to);
    },
    move: (ms) => {
      at += ms;
    },
  };
}

export function newConnection(db: Engine, clock: Clock): Promise<ConnectionRow> {
  const ctx = { ...systemCtx(), db, now: clock.now };
  return unit(ctx, (tx) =>
    addConnection(tx, ctx, {
      kind: 'webhook',
      name: 'Peer',
      topics: [],
      settings: {},
      secrets: (uid) => ({ secret: sealSecret(peerSecret, `${uid}:secret`) }),
    }),
  );
}

/** Waiting deliveries about these records, in this order. */
export async function queue(db: Engine, connectionId: number, records: readonly number[], at: number): Promise<void> {
  const rows = records.map(
    (entityId): NewDelivery => ({
      uid: randomUUID(),
      connectionId,
      topic: 'order.updated',
      entity: 'order',
      entityId,
      version: 1,
      operationId: null,
      state: 'queued',
      attempts: 0,
      runAt: at,
      createdAt: at,
    }),
  );
  await db.transaction((tx) => insertDeliveries(tx, rows));
}

/** Of a connection, the oldest first. */
export async function deliveriesOf(db: Engine, connectionId: number): Promise<DeliveryRow[]> {
  return (await db.read((tx) => deliveriesBefore(tx, { connectionId, limit: 10_000 }))).reverse();
}

export async function stateOf(db: Engine, connectionId: number) {
  return db.read(async (tx) => ({
    connection: await findAnyConnection(tx, connectionId),
    noted: await findConnectionState(tx, connectionId),
  }));
}

/** When a worker has something to do again; undefined when nothing waits. */
export async function nextDue(db: Engine, connectionId: number): Promise<number | undefined> {
  const { noted } = await stateOf(db, connectionId);
  const rows = (await deliveriesOf(db, connectionId)).filter(({ state }) => state === 'queued' || state === 'running');
  // One at a time: behind one whose worker is gone everything waits for its lease to end.
  const running = rows.find(({ state }) => state === 'running');
  if (running) return Number(running.leaseUntil);
  // Of each record the first one: the others wait for it.
  const first = new Map(rows.toReversed().map((row) => [row.entityId, row.runAt]));
  return first.size > 0 ? Math.max(Math.min(...first.values()), noted?.waitUntil ?? 0) : undefined;
}

/** Chance that is the same at every run of a seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
