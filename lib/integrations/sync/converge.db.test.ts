import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { findLink } from '@/db/queries/links';
import { findOrder } from '@/db/queries/orders';
import { createClient } from '@/lib/domain/clients/create-client';
import { deleteClient } from '@/lib/domain/clients/delete-client';
import { editClient } from '@/lib/domain/clients/edit-client';
import type { Ctx } from '@/lib/domain/context';
import { isDomainError } from '@/lib/domain/errors';
import { recordsIn } from '@/lib/domain/journal/fields';
import { createOrder } from '@/lib/domain/orders/create-order';
import { deleteOrder } from '@/lib/domain/orders/delete-order';
import { editOrder } from '@/lib/domain/orders/edit-order';
import { restoreOrder } from '@/lib/domain/orders/restore-order';
import { ctxOf } from '@/lib/testing/people';
import { type Mishap, SimulatedPeer } from '@/lib/testing/simulated-peer';
import { type Bench, benchOf } from '@/lib/testing/sync-bench';
import { pushRecord } from './sync-record';

let ctx: Ctx;
beforeAll(async () => {
  ctx = await ctxOf('admin');
});

const word = fc.constantFrom(
  'Альфа',
  'Бета',
  'Гамма',
  'Дельта',
  'Сигма  и сыновья',
  'Очень длинное название, которое там не помещается целиком',
);
const line = fc.record({
  product: fc.constantFrom('Стол', 'Стул', 'Шкаф', 'Полка'),
  quantity: fc.integer({ min: 1, max: 5_000 }),
  price: fc.integer({ min: 1, max: 99_999 }),
});
const which = fc.nat({ max: 2 });

const edit = fc.oneof(
  fc.record({ side: fc.constant('ours'), what: fc.constant('client'), which, text: word }),
  fc.record({ side: fc.constant('theirs'), what: fc.constant('client'), which, text: word }),
  fc.record({ side: fc.constant('ours'), what: fc.constant('order'), which, items: fc.array(line, { minLength: 1, maxLength: 3 }) }),
  fc.record({ side: fc.constant('theirs'), what: fc.constant('order'), which, items: fc.array(line, { minLength: 1, maxLength: 3 }) }),
  fc.record({
    side: fc.constantFrom('ours', 'theirs'),
    what: fc.constant('status'),
    which,
    text: fc.constantFrom('Pending', 'Completed', 'Cancelled'),
  }),
  fc.record({ side: fc.constantFrom('ours', 'theirs'), what: fc.constant('bin'), which }),
  fc.record({ side: fc.constantFrom('ours', 'theirs'), what: fc.constant('new'), which, text: word }),
);
type Edit =
  typeof edit extends fc.Arbitrary<infer T> ? T & { text?: string; items?: { product: string; quantity: number; price: number }[] } : never;

const mishaps = fc.array(fc.constantFrom<Mishap>('none', 'none', 'none', 'reset', 'busy', 'lost_answer', 'stale'), {
  minLength: 5,
  maxLength: 30,
});

interface World {
  peer: SimulatedPeer;
  bench: Bench;
  clients: number[];
  orders: number[];
}

async function begin(settings: Bench['settings']): Promise<World> {
  const peer = new SimulatedPeer();
  const bench = await benchOf(peer, settings);
  const clients: number[] = [];
  const orders: number[] = [];
  for (let n = 0; n < 3; n++) {
    const client = await createClient(ctx, { company: `Клиент ${n}` });
    const { order } = await createOrder(ctx, {
      client: client.id,
      items: [{ product: 'Стол', quantity: 1000, price: 50_000 + n, discount: 7 }],
    });
    clients.push(client.id);
    orders.push(order.id);
  }
  await bench.deliver();
  await bench.run('pull');
  return { peer, bench, clients, orders };
}

const total = ({ quantity, price }: { quantity: number; price: number }) => Math.round((quantity * price) / 1000);

async function editOurs({ clients, orders }: World, { what, which: at, text = '', items = [] }: Edit): Promise<void> {
  const [client = 0, order = 0] = [clients[at], orders[at]];
  if (what === 'client') await editClient(ctx, { id: client, input: { comment: text } });
  if (what === 'order') await editOrder(ctx, { id: order, input: { items } });
  if (what === 'status') await editOrder(ctx, { id: order, input: { status: text as 'Pending' } });
  if (what === 'new') await createClient(ctx, { company: text });
  if (what === 'bin') {
    const found = await ctx.db.read((tx) => findOrder(tx, order));
    if (found?.order.deletedAt === null) await deleteOrder(ctx, { id: order });
    else await restoreOrder(ctx, order);
  }
}

function editTheirs({ peer }: World, { what, which: at, text = '', items = [] }: Edit): void {
  const client = [...peer.kept.client.keys()][at] ?? '';
  const [id = '', order] = [...peer.kept.order][at] ?? [];
  if (what === 'client') peer.edit('client', client, { comment: text });
  if (what === 'order') peer.edit('order', id, { items: items.map((item) => ({ ...item, total: total(item) })) });
  if (what === 'status') peer.edit('order', id, { status: text });
  if (what === 'new') peer.add('client', { name: text, comment: '' });
  if (what === 'bin') peer.edit('order', id, { deleted: order?.values.deleted !== true });
}

/** What our rules refuse people is no edit. */
async function change(world: World, one: Edit): Promise<void> {
  if (one.side === 'theirs') return editTheirs(world, one);
  try {
    await editOurs(world, one);
  } catch (error) {
    if (!isDomainError(error)) throw error;
  }
}

async function round({ bench }: World): Promise<void> {
  await bench.deliver();
  await bench.run('pull');
}

async function sumsAgree({ peer, bench, orders }: World): Promise<void> {
  for (const id of orders) {
    const found = await ctx.db.read((tx) => findOrder(tx, id));
    const link = await ctx.db.read((tx) => findLink(tx, bench.connection.id, 'order', id));
    const there = peer.kept.order.get(link?.remoteId ?? '');
    const sum = recordsIn(there?.values.items).reduce((all, item) => all + Number(item.total), 0);
    expect(sum).toBe(found?.order.totalMinor);
  }
}

test.each(['newest', 'ours', 'theirs'] as const)(
  'edited at random on both sides, with mishaps, they agree after two rounds and fall silent (%s)',
  async (policy) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(edit, { minLength: 1, maxLength: 8 }),
        mishaps,
        fc.integer({ min: -600_000, max: 600_000 }),
        async (edits, chances, skew) => {
          const world = await begin({ policy, direction: 'both' });
          const { peer, bench } = world;
          peer.skewMs = skew;
          for (const one of edits) await change(world, one as Edit);
          let n = 0;
          peer.mishap = () => chances[n++] ?? 'none';
          await round(world);
          await round(world);
          peer.mishap = () => 'none';
          expect(await bench.differences()).toEqual([]);
          await sumsAgree(world);
          expect(new Set([...peer.kept.client.values()].flatMap(({ uid }) => uid ?? [])).size).toBe(
            [...peer.kept.client.values()].filter(({ uid }) => uid).length,
          );
          peer.forget();
          await round(world);
          expect(peer.writes).toBe(0);
          // Only the looks at what is new: one for each entity.
          expect(peer.requests).toEqual({ changed: 3 });
        },
      ),
      { numRuns: 8 },
    );
  },
  240_000,
);

test('nothing is asked when nothing has changed here', async () => {
  const { peer, bench, orders, clients } = await begin({ policy: 'newest', direction: 'both' });
  peer.forget();
  for (const id of orders) await pushRecord(bench.sync(), 'order', id);
  for (const id of clients) await pushRecord(bench.sync(), 'client', id);
  expect(peer.requests).toEqual({});
});

test('a client taken away here is archived there', async () => {
  const { peer, bench } = await begin({ policy: 'newest', direction: 'both' });
  const client = await createClient(ctx, { company: 'Уходящий' });
  await bench.deliver();
  await deleteClient(ctx, { id: client.id });
  await bench.deliver();
  const there = [...peer.kept.client.values()].find(({ values }) => values.name === 'Уходящий');
  expect(there?.values.deleted).toBe(true);
});
