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

/** What happens to an order after it was taken: it is completed or cancelled, and paid. */
async function followUp(tx: Tx, place: Place, taken: FullOrder, random: Random, now: number): Promise<void> {
  const { createdAt, totalMinor } = taken.order;
  const later = createdAt + random.int(1, 6) * dayMs + random.int(0, 6) * 3_600_000;
  if (later >= now || !random.chance(93)) return;
  const cancelled = random.chance(7);
  const moved = await saveOrder(tx, ctxAt(place, later), taken, { status: cancelled ? 'Cancelled' : 'Completed' }, 'order.edit');
  if (cancelled || !random.chance(88) || totalMinor === 0) return;
  const amount = random.chance(90) ? totalMinor : Math.round(totalMinor / 2);
  const input = { day: dayInZone(later, timeZone), amount, method: random.pickSkewed(paymentMethods), note: '' };
  await payOrder(tx, ctxAt(place, later + 600_000), moved, input);
}

export interface DemoSize {
  clients: number;
  orders: number;
  seed: number;
}

async function addSeedClients(tx: Tx, place: () => Place, random: Random, count: number, start: number): Promise<number[]> {
  const ids: number[] = [];
  for (let n = 0; n < count; n++) {
    const at = start + Math.floor((n / count) * 300 * dayMs);
    ids.push((await addClient(tx, ctxAt(place(), at), seedClient(random, n), 'client.create')).id);
  }
  return ids;
}

/** Working hours of the days after the first clients came. */
function orderMoments(random: Random, count: number, start: number): number[] {
  const moments = Array.from(
    { length: count },
    () => start + 20 * dayMs + random.int(0, 344) * dayMs + random.int(6 * 3600, 16 * 3600) * 1000,
  );
  return moments.sort((a, b) => a - b);
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
  const start = end - 365 * dayMs;
  await db.transaction(async (tx) => {
    const random = new Random(seed);
    const setUp = ctxAt({ db, actor: { type: 'system', name: 'demo' }, source: 'system' }, start);
    await saveSettings(tx, setUp, { organisation: 'ООО «Берег»', demo: 1 });
    const actors = await addDemoUsers(tx, setUp, passwordHashes);
    const place = (): Place => ({ db, actor: random.pick(actors), source: random.chance(20) ? 'api' : 'web' });
    const ids = await addSeedClients(tx, place, random, clients, start);
    for (const moment of orderMoments(random, orders, start)) {
      const at = Math.min(moment, end - random.int(60, 7200) * 1000);
      const who = place();
      const taken = await addOrder(tx, ctxAt(who, at), seedOrder(random, random.pickSkewed(ids)), 'order.create');
      await followUp(tx, who, taken, random, end);
    }
  });
}
