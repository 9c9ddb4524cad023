import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recountOrder } from '@/db/queries/day-totals';
import { orders as orderTable } from '@/db/schema/orders';
import { systemCtx } from '@/lib/testing/people';
import { createClient } from '../clients/create-client';
import { deleteClient } from '../clients/delete-client';
import { restoreClient } from '../clients/restore-client';
import type { Ctx } from '../context';
import { dayStart } from '../day-start';
import { mergeClients } from '../duplicates/merge-clients';
import { isDomainError } from '../errors';
import { listChanges } from '../history/list-changes';
import { createOrder } from '../orders/create-order';
import { deleteOrder } from '../orders/delete-order';
import { editOrder } from '../orders/edit-order';
import { listOrders } from '../orders/list-orders';
import { restoreOrder } from '../orders/restore-order';
import { orderStatuses } from '../orders/schema';
import { listPastOrders } from '../past/list-past-orders';
import { addPayment } from '../payments/add-payment';
import { addDays, calendarPeriod, type DayRange } from '../period';
import { eraseClient } from '../privacy/erase-client';
import { getSettings } from '../settings/get-settings';
import { undoOperation } from '../undo/undo-operation';
import { countLaterChanges, type LaterChange, listLaterChanges } from './later-changes';
import { noFigures, type PeriodFigures, plus } from './order-effects';

const hour = 3_600_000;
let clock = 0;
const ctx: Ctx = { ...systemCtx(), now: () => new Date(clock) };
const item = (price: number) => ({ product: 'Стол', quantity: 1000, price });

interface Step {
  kind:
    | 'order'
    | 'late'
    | 'price'
    | 'status'
    | 'give'
    | 'pay'
    | 'words'
    | 'bin'
    | 'restore'
    | 'binClient'
    | 'restoreClient'
    | 'merge'
    | 'undo';
  pick: number;
  value: number;
  pause: number;
}

const kinds: readonly Step['kind'][] = [
  'order',
  'late',
  'price',
  'status',
  'give',
  'pay',
  'words',
  'bin',
  'restore',
  'binClient',
  'restoreClient',
  'merge',
  'undo',
];

interface World {
  clients: number[];
  orders: number[];
  /** Where the feed stood when it began. */
  feed: string;
}

async function feedEnd(after?: string): Promise<string> {
  const page = await listChanges(ctx, { limit: 1000, after });
  return page.more ? feedEnd(page.next) : page.next;
}

async function operationsSince(after: string): Promise<number[]> {
  const { changes } = await listChanges(ctx, { limit: 1000, after });
  return [...new Set(changes.map(({ operation }) => operation.id))];
}

/** An order that came today and is of an earlier day, as one brought over from another system. */
async function bringOver(client: number, price: number, day: string): Promise<number> {
  const { order } = await createOrder(ctx, { client, items: [item(price)], status: orderStatuses[price % 3] });
  await ctx.db.transaction(async (tx) => {
    const { timeZone } = await getSettings(ctx.db);
    await recountOrder(tx, order, { ...order, businessDay: day });
    await tx
      .update(orderTable)
      .set({ businessDay: day, createdAt: dayStart(day, timeZone) + 12 * hour })
      .where(eq(orderTable.id, order.id));
  });
  return order.id;
}

async function take({ kind, pick, value }: Step, { clients, orders, feed }: World, range: DayRange): Promise<void> {
  const client = clients[pick % clients.length] ?? 0;
  const id = orders[pick % orders.length] ?? 0;
  const status = orderStatuses[value % 3];
  if (kind === 'order') orders.push((await createOrder(ctx, { client, items: [item(value)], status })).order.id);
  if (kind === 'late') orders.push(await bringOver(client, value, addDays(range.to, -(value % 3))));
  if (kind === 'price') await editOrder(ctx, { id, input: { items: [item(value), item(7)] } });
  if (kind === 'status') await editOrder(ctx, { id, input: { status } });
  if (kind === 'give') await editOrder(ctx, { id, input: { client } });
  if (kind === 'words') await editOrder(ctx, { id, input: { description: `«"status":{» ${value}` } });
  if (kind === 'pay') await addPayment(ctx, { orderId: id, input: { day: range.to, amount: 1 + value, method: 'cash' } });
  if (kind === 'bin') await deleteOrder(ctx, { id });
  if (kind === 'restore') await restoreOrder(ctx, id);
  if (kind === 'binClient') await deleteClient(ctx, { id: client, cascade: true });
  if (kind === 'restoreClient') await restoreClient(ctx, client);
  if (kind === 'merge') await mergeClients(ctx, { main: client, other: clients[value % clients.length] ?? 0, take: [] });
  if (kind === 'undo') {
    const operations = await operationsSince(feed);
    await undoOperation(ctx, operations[value % operations.length] ?? 0);
  }
}

function sum(all: readonly PeriodFigures[]): PeriodFigures {
  return all.reduce(plus, noFigures);
}

function figures(rows: readonly { status: string; totalMinor: number }[]): PeriodFigures {
  const count = (status: string) => rows.filter((row) => row.status === status).length;
  return {
    orders: rows.length,
    totalMinor: rows.reduce((total, row) => total + row.totalMinor, 0),
    completed: count('Completed'),
    cancelled: count('Cancelled'),
  };
}

async function everyRow(range: DayRange): Promise<LaterChange[]> {
  const rows: LaterChange[] = [];
  for (let after: Parameters<typeof listLaterChanges>[1]['after']; ; ) {
    const page = await listLaterChanges(ctx, { range, after, limit: 3 });
    rows.push(...page.rows);
    if (page.next === null) return rows;
    after = page.next;
  }
}

/** The equality: how it stood at the end, and everything that happened, is how it stands. */
async function prove(range: DayRange): Promise<number> {
  const { timeZone } = await getSettings(ctx.db);
  const end = dayStart(addDays(range.to, 1), timeZone);
  const then = (await listPastOrders(ctx, { at: end - 1, limit: 5000 })).rows;
  const was = figures(then.filter(({ businessDay }) => businessDay >= range.from && businessDay <= range.to));
  const now = figures((await listOrders(ctx, range, { sort: 'id', limit: 5000 })).map(({ order }) => order));
  const page = await listLaterChanges(ctx, { range, limit: 1 });
  const rows = await everyRow(range);
  expect({ was: page.was, now: page.now, addsUp: page.addsUp }).toEqual({ was, now, addsUp: true });
  expect(plus(was, sum(rows.map(({ effect }) => effect)))).toEqual(now);
  expect(rows.every(({ operation }) => operation.at >= end)).toBe(true);
  const places = rows.map(({ operation, change }) => `${String(operation.at).padStart(15, '0')} ${String(change.id).padStart(9, '0')}`);
  expect(places).toEqual([...places].sort().reverse());
  const operations = new Set(rows.map(({ operation }) => operation.id)).size;
  expect([page.operations, await countLaterChanges(ctx, range)]).toEqual([operations, { operations, more: false }]);
  return rows.length;
}

const step = fc.record({
  kind: fc.constantFrom(...kinds),
  pick: fc.nat(20),
  value: fc.integer({ min: 1, max: 50 }),
  pause: fc.constantFrom(0, 1, hour, 6 * hour, 18 * hour),
});

test('what was at the end of a period and all effects since come to what is now', async () => {
  const { timeZone } = await getSettings(ctx.db);
  const months: DayRange[] = [];
  let effects = 0;
  let day = '2021-01-15';
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 40 }), async (steps) => {
      const range = calendarPeriod('month', day);
      day = addDays(range.to, 15);
      const end = dayStart(addDays(range.to, 1), timeZone);
      clock = end - 20 * hour;
      const world: World = { clients: [], orders: [], feed: await feedEnd() };
      for (let n = 0; n < 3; n++) world.clients.push((await createClient(ctx, { company: `Берег ${n}` })).id);
      for (const client of world.clients) world.orders.push((await createOrder(ctx, { client, items: [item(100)] })).order.id);
      for (const one of steps) {
        clock += one.pause;
        await take(one, world, range).catch((error: unknown) => {
          if (!isDomainError(error)) throw error;
        });
      }
      clock = Math.max(clock, end);
      months.push(range);
      effects += await prove(range);
      await prove({ from: range.from, to: addDays(range.to, -1) });
      await prove({ from: '2021-01-01', to: range.to });
    }),
    { numRuns: 12 },
  );
  expect(effects).toBeGreaterThan(30);
  for (const range of months) await prove(range);
}, 240_000);

test('names who, from where, and what was done; a period that runs has no later changes', async () => {
  clock = Date.parse('2025-10-31T12:00:00Z');
  const october = { from: '2025-10-01', to: '2025-10-31' };
  const { id: client } = await createClient(ctx, { company: 'Маяк' });
  const { order } = await createOrder(ctx, { client, items: [item(100_00)] });
  expect(await listLaterChanges(ctx, { range: october, limit: 50 })).toMatchObject({ ended: false, operations: 0, rows: [] });
  expect(await countLaterChanges(ctx, october)).toEqual({ operations: 0, more: false });
  clock = Date.parse('2025-11-03T09:00:00Z');
  await editOrder(ctx, { id: order.id, input: { description: 'без сумм' } });
  expect(await listLaterChanges(ctx, { range: october, limit: 50 })).toMatchObject({ ended: true, operations: 0, rows: [] });
  await editOrder({ ...ctx, source: 'api' }, { id: order.id, input: { items: [item(75_00)], status: 'Completed' } });
  const page = await listLaterChanges(ctx, { range: october, limit: 50 });
  expect(page.rows).toMatchObject([
    {
      operation: { source: 'api', actorName: 'test', kind: 'order.edit' },
      change: { entityId: order.id, action: 'update' },
      fields: { total_price: { old: '100.00', new: '75.00' } },
      effect: { orders: 0, totalMinor: -25_00, completed: 1, cancelled: 0 },
    },
  ]);
  expect([page.was, page.now]).toEqual([
    { orders: 1, totalMinor: 100_00, completed: 0, cancelled: 0 },
    { orders: 1, totalMinor: 75_00, completed: 1, cancelled: 0 },
  ]);
  expect(page.actors).toEqual([{ who: 'test', name: 'test' }]);
  expect((await listLaterChanges(ctx, { range: october, who: 'somebody', limit: 50 })).rows).toEqual([]);
});

test('the effects of an erased person’s orders still add up', async () => {
  clock = Date.parse('2025-12-31T12:00:00Z');
  const range = { from: '2025-12-01', to: '2025-12-31' };
  const { id: client } = await createClient(ctx, { company: 'Ушедший' });
  const { order } = await createOrder(ctx, { client, items: [item(100_00)], description: 'слова' });
  clock = Date.parse('2026-01-05T12:00:00Z');
  await editOrder(ctx, { id: order.id, input: { items: [item(80_00)], description: 'другие слова' } });
  await editOrder(ctx, { id: order.id, input: { status: 'Completed' } });
  await eraseClient(ctx, { id: client });
  const page = await listLaterChanges(ctx, { range, limit: 50 });
  expect(page.addsUp).toBe(true);
  expect(plus(page.was, sum(page.rows.map(({ effect }) => effect)))).toEqual(page.now);
  expect(page.now).toEqual({ orders: 1, totalMinor: 80_00, completed: 1, cancelled: 0 });
});

test('what was written past the journal does not add up, and is said', async () => {
  clock = Date.parse('2026-03-31T12:00:00Z');
  const range = { from: '2026-03-01', to: '2026-03-31' };
  const { id: client } = await createClient(ctx, { company: 'Тихий' });
  const { order } = await createOrder(ctx, { client, items: [item(100_00)] });
  clock = Date.parse('2026-04-01T12:00:00Z');
  await editOrder(ctx, { id: order.id, input: { status: 'Completed' } });
  expect((await listLaterChanges(ctx, { range, limit: 50 })).addsUp).toBe(true);
  await ctx.db.transaction(async (tx) => {
    await recountOrder(tx, order, { ...order, totalMinor: 99_00 });
    await tx.update(orderTable).set({ totalMinor: 99_00 }).where(eq(orderTable.id, order.id));
  });
  expect((await listLaterChanges(ctx, { range, limit: 50 })).addsUp).toBe(false);
});
