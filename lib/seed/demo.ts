import { randomUUID } from 'node:crypto';
import type { Engine, Tx } from '@/db/engines/engine';
import type { FullOrder } from '@/db/queries/orders';
import { hashPassword } from '@/lib/auth/password';
import { addClient } from '@/lib/domain/clients/write-client';
import type { Actor, Ctx, Source } from '@/lib/domain/context';
import { addOrder, saveOrder } from '@/lib/domain/orders/write-order';
import { paymentMethods } from '@/lib/domain/payments/schema';
import { payOrder } from '@/lib/domain/payments/store-payments';
import { dayInZone } from '@/lib/domain/period';
import { saveSettings } from '@/lib/domain/settings/edit-settings';
import { addUser } from '@/lib/domain/users/write-user';
import { Random } from './random';
import { seedClient, seedOrder } from './records';

const dayMs = 24 * 3600 * 1000;
const days = 365;
const timeZone = 'Europe/Moscow';

interface Place {
  db: Engine;
  actor: Actor;
  source: Source;
}

/** A context that stands at a moment of the invented past. */
function ctxAt({ db, actor, source }: Place, at: number): Ctx {
  return { db, actor, source, requestId: randomUUID(), now: () => new Date(at) };
}

/** The demonstration's users, whose passwords are their names: allowed nowhere else. Both are administrators. */
async function addDemoUsers(tx: Tx, ctx: Ctx, passwordHashes: Map<string, string>): Promise<Actor[]> {
  const actors: Actor[] = [];
  for (const [username, passwordHash] of passwordHashes) {
    const user = await addUser(tx, ctx, { username, displayName: username, role: 'admin', passwordHash }, 'user.create');
    actors.push({ type: 'user', id: user.id, name: user.displayName, role: 'admin', sessionId: '' });
  }
  return actors;
}

/** Something that happens at a moment of the invented past (UTC epoch ms) and may bring on later things. */
interface Happening {
  at: number;
  happen: () => Promise<Happening[]>;
}

/** Everything in the order of time, as a journal would have seen it. */
async function liveThrough(happenings: Happening[]): Promise<void> {
  const ahead = [...happenings].sort((a, b) => b.at - a.at);
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    for (const later of await next.happen()) {
      const place = ahead.findIndex(({ at }) => at <= later.at);
      ahead.splice(place === -1 ? ahead.length : place, 0, later);
    }
  }
}

/** What comes of an order after it was taken: it is completed or cancelled, and paid. */
function followUps(tx: Tx, place: Place, taken: FullOrder, random: Random, end: number): Happening[] {
  const { createdAt, totalMinor } = taken.order;
  const later = createdAt + random.int(1, 6) * dayMs + random.int(-60, 60) * 60_000;
  if (later >= end || !random.chance(98)) return [];
  const cancelled = random.chance(7);
  const paid = !cancelled && totalMinor > 0 && random.chance(88);
  const input = {
    day: dayInZone(later, timeZone),
    amount: random.chance(90) ? totalMinor : Math.round(totalMinor / 2),
    method: random.pickSkewed(paymentMethods),
    note: '',
  };
  const move = async () => {
    const moved = await saveOrder(tx, ctxAt(place, later), taken, { status: cancelled ? 'Cancelled' : 'Completed' }, 'order.edit');
    const pay = async () => {
      await payOrder(tx, ctxAt(place, later + 600_000), moved, input);
      return [];
    };
    return paid && later + 600_000 < end ? [{ at: later + 600_000, happen: pay }] : [];
  };
  return [{ at: later, happen: move }];
}

export interface DemoSize {
  clients: number;
  orders: number;
  seed: number;
}

/** A moment in working hours (9 to 19 in Moscow) of a day after `start`, itself a midnight in UTC. */
function workingMoment(random: Random, start: number, firstDay: number, lastDay: number): number {
  return start + random.int(firstDay, lastDay) * dayMs + random.int(6 * 3600, 16 * 3600) * 1000;
}

/**
 * Fills an empty database with invented clients and a year of their orders up to `now` (UTC), through the same steps
 * as people do: journal, totals and search included. One transaction: an interrupted filling leaves nothing.
 */
export async function fillDemo(db: Engine, { clients, orders, seed }: DemoSize, now: Date): Promise<void> {
  const passwordHashes = new Map([
    ['test', await hashPassword('test')],
    ['admin', await hashPassword('admin')],
  ]);
  const end = now.getTime();
  const start = Math.floor(end / dayMs - days) * dayMs;
  await db.transaction(async (tx) => {
    const random = new Random(seed);
    const setUp = ctxAt({ db, actor: { type: 'system', name: 'demo' }, source: 'system' }, start);
    await saveSettings(tx, setUp, { organisation: 'ООО «Берег»', demo: 1 });
    const actors = await addDemoUsers(tx, setUp, passwordHashes);
    const place = (): Place => ({ db, actor: random.pick(actors), source: random.chance(20) ? 'api' : 'web' });
    const ids: number[] = [];
    // The first clients come before the first order, the others while orders are taken.
    const coming = Array.from({ length: clients }, (_, n): Happening => {
      const at = n < clients / 10 ? start + 6 * 3_600_000 + n : workingMoment(random, start, 1, days - 20);
      const happen = async () => {
        ids.push((await addClient(tx, ctxAt(place(), at), seedClient(random, n), 'client.create')).id);
        return [];
      };
      return { at, happen };
    });
    const taking = Array.from({ length: orders }, (): Happening => {
      const at = Math.min(workingMoment(random, start, 1, days), end - random.int(60, 7200) * 1000);
      const happen = async () => {
        const who = place();
        const taken = await addOrder(tx, ctxAt(who, at), seedOrder(random, random.pickSkewed(ids)), 'order.create');
        return followUps(tx, who, taken, random, end);
      };
      return { at, happen };
    });
    await liveThrough([...coming, ...taking]);
  });
}
