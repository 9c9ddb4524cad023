import fc from 'fast-check';
import { expect, test } from 'vitest';
import { systemCtx } from '@/lib/testing/people';
import { createClient } from '../clients/create-client';
import { deleteClient } from '../clients/delete-client';
import { editClient } from '../clients/edit-client';
import { getClientCard } from '../clients/get-client';
import { listClients } from '../clients/list-clients';
import { restoreClient } from '../clients/restore-client';
import { clientSnapshot } from '../clients/snapshot';
import type { Ctx } from '../context';
import { isDomainError } from '../errors';
import { diffSnapshots, type Snapshot } from '../journal/fields';
import { createOrder } from '../orders/create-order';
import { deleteOrder } from '../orders/delete-order';
import { editOrder } from '../orders/edit-order';
import { getOrderCard } from '../orders/get-order';
import { listOrders } from '../orders/list-orders';
import { restoreOrder } from '../orders/restore-order';
import { orderStatuses } from '../orders/schema';
import { orderSnapshot } from '../orders/snapshot';
import { addPayment } from '../payments/add-payment';
import { deletePayment } from '../payments/delete-payment';
import { differenceOf } from './difference-of';
import { listDifferences } from './list-differences';
import { listPastClients } from './list-past-clients';
import { listPastOrders } from './list-past-orders';
import { recordAt } from './record-at';
import type { PastEntity } from './schema';

const start = Date.UTC(2026, 0, 1, 9);
let clock = start;
const ctx: Ctx = { ...systemCtx(), now: () => new Date(clock) };

type Existence = 'live' | 'deleted';
type State = Map<string, { snapshot: Snapshot; existence: Existence }>;
/** What stood at a moment: every record met so far, and the lists. */
interface Memory {
  at: number;
  state: State;
  orders: number[];
  clients: [number, string][];
  pending: number[];
  found: number[];
}

const needle = 'ольха';
const existence = (deletedAt: number | null): Existence => (deletedAt === null ? 'live' : 'deleted');

async function remember(clients: number[], orders: number[]): Promise<Memory> {
  const state: State = new Map();
  for (const id of clients) {
    const { client } = await getClientCard(ctx, id);
    state.set(`client ${id}`, { snapshot: clientSnapshot(client), existence: existence(client.deletedAt) });
  }
  for (const id of orders) {
    const full = await getOrderCard(ctx, id);
    state.set(`order ${id}`, { snapshot: orderSnapshot(full), existence: existence(full.order.deletedAt) });
  }
  const newest = { sort: 'id', descending: true, limit: 1000 } as const;
  const ids = (rows: { order: { id: number } }[]) => rows.map(({ order }) => order.id);
  return {
    at: clock,
    state,
    orders: ids(await listOrders(ctx, {}, newest)),
    clients: (await listClients(ctx, {}, newest)).map((client) => [client.id, client.lastName]),
    pending: ids(await listOrders(ctx, { status: 'Pending' }, newest)),
    found: ids(await listOrders(ctx, { search: needle }, newest)),
  };
}

interface Step {
  kind: 'client' | 'order' | 'editClient' | 'editOrder' | 'move' | 'pay' | 'unpay' | 'bin' | 'restore' | 'binClient' | 'restoreClient';
  pick: number;
  value: number;
  pause: number;
}

const kinds: Step['kind'][] = [
  'client',
  'order',
  'editClient',
  'editOrder',
  'move',
  'pay',
  'unpay',
  'bin',
  'restore',
  'binClient',
  'restoreClient',
];
const words = ['Ольха', 'Берёза', 'Клён', ''];

async function take({ kind, pick, value }: Step, clients: number[], orders: number[]): Promise<void> {
  const client = clients[pick % clients.length] ?? 0;
  const order = orders[pick % orders.length] ?? 0;
  const word = words[value % words.length] ?? '';
  const items = [{ product: `Стол ${word}`, quantity: 1000 * (1 + (value % 3)), price: 100 + value }];
  if (kind === 'client') clients.push((await createClient(ctx, { last_name: `Петров ${word}`, email: `${clock}@example.com` })).id);
  if (kind === 'order') orders.push((await createOrder(ctx, { client, items, description: word })).order.id);
  if (kind === 'editClient') await editClient(ctx, { id: client, input: { last_name: `Сидоров ${word}`, middle_name: word || null } });
  if (kind === 'editOrder') await editOrder(ctx, { id: order, input: { description: word, items } });
  if (kind === 'move') await editOrder(ctx, { id: order, input: { client, status: orderStatuses[value % 3] } });
  if (kind === 'pay')
    await addPayment(ctx, { orderId: order, input: { day: '2026-01-02', amount: 1 + value, method: 'cash', note: word } });
  if (kind === 'unpay') {
    const paid = (await getOrderCard(ctx, order)).payments;
    await deletePayment(ctx, { orderId: order, paymentId: paid[value % paid.length]?.id ?? 0 });
  }
  if (kind === 'bin') await deleteOrder(ctx, { id: order });
  if (kind === 'restore') await restoreOrder(ctx, order);
  if (kind === 'binClient') await deleteClient(ctx, { id: client, cascade: value % 2 === 0 });
  if (kind === 'restoreClient') await restoreClient(ctx, client);
}

async function live(steps: Step[]): Promise<Memory[]> {
  const clients = [(await createClient(ctx, { last_name: 'Первый' })).id];
  const orders = [(await createOrder(ctx, { client: clients[0], items: [{ product: 'Стол', quantity: 1000, price: 5 }] })).order.id];
  const memories = new Map<number, Memory>();
  for (const step of steps) {
    clock += step.pause;
    await take(step, clients, orders).catch((error: unknown) => {
      // A refusal – a deleted client, say – leaves everything as it was.
      if (!isDomainError(error)) throw error;
    });
    memories.set(clock, await remember(clients, orders));
  }
  return [...memories.values()];
}

async function compare({ at, state, orders, clients, pending, found }: Memory): Promise<void> {
  for (const [key, was] of state) {
    const [entity, id] = key.split(' ');
    const { record } = await recordAt(ctx, { entity: entity as PastEntity, id: Number(id), at });
    expect({ key, erased: record.erased, existence: record.existence }).toEqual({ key, erased: [], existence: was.existence });
    expect(diffSnapshots(record.snapshot, was.snapshot), key).toEqual({});
  }
  const query = { at, limit: 1000 };
  const ids = async (more: object) => (await listPastOrders(ctx, { ...query, ...more })).rows.map(({ id }) => id).sort((a, b) => b - a);
  expect(await ids({})).toEqual(orders);
  expect(await ids({ status: 'Pending' })).toEqual(pending);
  expect(await ids({ search: needle })).toEqual(found);
  const listed = (await listPastClients(ctx, query)).rows;
  expect(listed.map(({ id, record }) => [id, record.snapshot.last_name])).toEqual(clients);
}

async function compareBetween(first: Memory, second: Memory): Promise<void> {
  for (const entity of ['order', 'client'] as const) {
    const shown = await listDifferences(ctx, { entity, from: first.at, to: second.at, limit: 1000 });
    const differing = [...second.state].filter(([key, now]) => {
      const was = first.state.get(key);
      const wasLive = was?.existence === 'live';
      const isLive = now.existence === 'live';
      if (!key.startsWith(entity) || (!wasLive && !isLive)) return false;
      if (!was || wasLive !== isLive) return true;
      const fields = diffSnapshots(was.snapshot, now.snapshot);
      const ids = [was, now].map(({ snapshot }) => (snapshot.client as { id: number } | undefined)?.id);
      if (ids[0] === ids[1]) delete fields.client;
      return Object.keys(fields).length > 0;
    });
    expect(shown.rows.map(({ id }) => `${entity} ${id}`).sort()).toEqual(differing.map(([key]) => key).sort());
  }
}

const step = fc.record({
  kind: fc.constantFrom(...kinds),
  pick: fc.nat(20),
  value: fc.nat(50),
  pause: fc.constantFrom(0, 1, 60_000, 86_400_000),
});

test('every moment comes back as it was: records, lists, differences', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 25 }), async (steps) => {
      clock += 3_600_000;
      const memories = await live(steps);
      for (const memory of memories) await compare(memory);
      const [first, second] = [memories[Math.floor(memories.length / 3)], memories.at(-1)];
      if (first && second) await compareBetween(first, second);
    }),
    { numRuns: 8 },
  );
}, 240_000);

test('pages follow each other without a gap or a repetition', async () => {
  for (let n = 0; n < 8; n++) await live([]);
  const at = clock;
  for (const list of [listPastOrders, listPastClients]) {
    const whole = (await list(ctx, { at, limit: 1000 })).rows.map(({ id }) => id);
    const paged: number[] = [];
    for (let before: number | undefined; ; ) {
      const page = await list(ctx, { at, before, limit: 3 });
      paged.push(...page.rows.map(({ id }) => id));
      if (page.next === null) break;
      before = page.next;
    }
    expect(whole.length).toBeGreaterThan(6);
    expect(paged).toEqual(whole);
  }
  const query = { entity: 'order' as const, from: start, to: at };
  const changed = (await listDifferences(ctx, { ...query, limit: 1000 })).rows.map(({ id }) => id);
  const first = await listDifferences(ctx, { ...query, limit: 2 });
  const rest = await listDifferences(ctx, { ...query, limit: 1000, before: first.next ?? undefined });
  expect([...first.rows, ...rest.rows].map(({ id }) => id)).toEqual(changed);
});

test('a record knows its neighbouring versions, and what was changed and changed back is no difference', async () => {
  clock += 1000;
  const made = clock;
  const { id } = await createClient(ctx, { last_name: 'Соколова' });
  clock += 1000;
  await editClient(ctx, { id, input: { last_name: 'Орлова' } });
  const edited = clock;
  clock += 1000;
  await editClient(ctx, { id, input: { last_name: 'Соколова' } });
  const back = clock;
  expect(await recordAt(ctx, { entity: 'client', id, at: made - 1 })).toMatchObject({
    record: { existence: 'absent' },
    previous: null,
    next: made,
  });
  expect(await recordAt(ctx, { entity: 'client', id, at: edited })).toMatchObject({ record: { version: 2 }, previous: made, next: back });
  expect(await differenceOf(ctx, { entity: 'client', id, from: made, to: edited })).toMatchObject({
    action: 'update',
    fields: { last_name: { old: 'Соколова', new: 'Орлова' } },
  });
  expect((await differenceOf(ctx, { entity: 'client', id, from: made, to: back })).action).toBe('none');
  await expect(recordAt(ctx, { entity: 'order', id: 999_999, at: back })).rejects.toMatchObject({ code: 'not_found' });
});
