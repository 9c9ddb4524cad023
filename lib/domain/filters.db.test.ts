import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { ClientRow } from '@/db/queries/clients';
import type { FullOrder } from '@/db/queries/orders';
import { normalise } from '@/lib/search/normalise';
import { ctxOf, systemCtx } from '@/lib/testing/people';
import type { ClientFilter } from './clients/client-filter';
import { createClient } from './clients/create-client';
import { deleteClient } from './clients/delete-client';
import { getClientCard } from './clients/get-client';
import { listClientPage } from './clients/list-clients';
import type { Ctx } from './context';
import { createOrder } from './orders/create-order';
import { deleteOrder } from './orders/delete-order';
import { editOrder } from './orders/edit-order';
import { getOrderCard } from './orders/get-order';
import { listOrderPage } from './orders/list-orders';
import { type OrderFilter, paymentStates, statusesOf } from './orders/order-filter';
import { orderStatuses } from './orders/schema';
import { addPayment } from './payments/add-payment';
import { addDays, calendarPeriods, daysMeant } from './period';

const now = '2026-11-20T12:00:00Z';
const today = '2026-11-20';
const at = (ctx: Ctx, moment: string): Ctx => ({ ...ctx, now: () => new Date(moment) });
const orders: FullOrder[] = [];
const clients: ClientRow[] = [];
let admin: Ctx;
let manager: Ctx;

beforeAll(async () => {
  [admin, manager] = [await ctxOf('admin'), await ctxOf('manager')];
  for (let n = 0; n < 12; n++) {
    const ctx = at(n % 2 ? admin : manager, `2026-10-${10 + n}T12:00:00Z`);
    const contact = { mobile_phone: n % 3 ? null : `+7900000000${n % 10}`, email: n % 4 ? `c${n}@example.ru` : null };
    const { id } = await createClient(ctx, { company: `Фирма ${n}`, ...contact });
    if (n > 9) await deleteClient(ctx, { id });
    clients.push((await getClientCard(systemCtx(), id)).client);
  }
  for (let n = 0; n < 30; n++) {
    const ctx = at(n % 2 ? admin : manager, `2026-11-${String((n % 19) + 1).padStart(2, '0')}T12:00:00Z`);
    const products = [['Стол «Ёж»', 'Стул'], ['СТОЛ ЕЖ'], ['Шкаф']][n % 3] ?? [];
    const items = products.map((product) => ({ product, quantity: 1000, price: 1000 * (n % 7) + 100 }));
    const { order } = await createOrder(ctx, { client: (n % 4) + 1, items, due_day: n % 3 ? '2026-11-15' : null });
    if (n % 5 === 0) await editOrder(ctx, { id: order.id, input: { status: orderStatuses[n % 3] } });
    if (n % 4 === 0) await addPayment(ctx, { orderId: order.id, input: { day: '2026-11-10', amount: order.totalMinor, method: 'cash' } });
    if (n % 11 === 0) await deleteOrder(ctx, { id: order.id });
    orders.push(await getOrderCard(systemCtx(), order.id));
  }
});

function chosen(conditions: (boolean | undefined)[], match: 'all' | 'any' | undefined): boolean {
  const set = conditions.filter((condition) => condition !== undefined);
  return match === 'any' && set.length > 0 ? set.some(Boolean) : set.every(Boolean);
}

function within<T extends string | number>(value: T, low: T | undefined, high: T | undefined): boolean | undefined {
  return low === undefined && high === undefined ? undefined : (low === undefined || value >= low) && (high === undefined || value <= high);
}

function fits({ order, lines }: FullOrder, filter: OrderFilter): boolean {
  const owing = order.status !== 'Cancelled' && order.paidMinor < order.totalMinor;
  const paid = order.status !== 'Cancelled' && order.paidMinor >= order.totalMinor;
  const payments = { paid, unpaid: owing, overdue: owing && order.dueDay !== null && order.dueDay < '2026-11-20' };
  const { client_id: client, product, author_id: author, payment } = filter;
  const days = daysMeant(filter, today);
  const conditions = [
    statusesOf(filter).length > 0 ? statusesOf(filter).includes(order.status) : undefined,
    client === undefined ? undefined : order.clientId === client,
    product ? lines.some((line) => normalise(line.product).includes(normalise(product))) : undefined,
    within(order.businessDay, days.from, days.to),
    within(order.totalMinor, filter.sum_from, filter.sum_to),
    payment && payments[payment],
    author === undefined ? undefined : order.createdBy === author,
    filter.waiting === undefined ? undefined : order.status === 'Pending' && order.businessDay <= addDays(today, -filter.waiting),
  ];
  return (order.deletedAt !== null) === (filter.deleted ?? false) && chosen(conditions, filter.match);
}

const option = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 3 });
const someDay = fc.integer({ min: 1, max: 25 }).map((n) => `2026-11-${String(n).padStart(2, '0')}`);

test('any filter of orders finds what its words say, and counts and sums it', async () => {
  const users = [admin, manager].map(({ actor }) => (actor.type === 'user' ? actor.id : 0));
  const filter = fc.record({
    status: option(fc.oneof(fc.constantFrom(...orderStatuses), fc.subarray([...orderStatuses]))),
    client_id: option(fc.integer({ min: 1, max: 5 })),
    product: option(fc.constantFrom('стол ёж', 'СТУЛ', 'шка', '%', 'ж')),
    from: option(someDay),
    to: option(someDay),
    sum_from: option(fc.integer({ min: 0, max: 9000 })),
    sum_to: option(fc.integer({ min: 0, max: 9000 })),
    payment: option(fc.constantFrom(...paymentStates)),
    period: option(fc.constantFrom(...calendarPeriods)),
    waiting: option(fc.integer({ min: 1, max: 20 })),
    author_id: option(fc.constantFrom(...users)),
    deleted: option(fc.boolean()),
    match: option(fc.constantFrom('all' as const, 'any' as const)),
  });
  await fc.assert(
    fc.asyncProperty(filter, async (asked) => {
      const expected = orders.filter((order) => fits(order, asked)).map(({ order }) => order);
      const page = await listOrderPage(at(admin, now), asked, { sort: 'id', limit: 100 });
      expect(page.rows.map(({ order }) => order.id)).toEqual(expected.map(({ id }) => id));
      expect([page.count, page.totalMinor]).toEqual([expected.length, expected.reduce((sum, { totalMinor }) => sum + totalMinor, 0)]);
    }),
    { numRuns: 250, seed: 4 },
  );
});

test('any filter of clients finds what its words say', async () => {
  const filter = fc.record({
    from: option(fc.constantFrom('2026-10-12', '2026-10-18')),
    to: option(fc.constantFrom('2026-10-14', '2026-10-20')),
    has_phone: option(fc.boolean()),
    has_email: option(fc.boolean()),
    has_debt: option(fc.boolean()),
    has_pending: option(fc.boolean()),
    period: option(fc.constantFrom('month' as const, 'year' as const)),
    author_id: option(fc.constant(admin.actor.type === 'user' ? admin.actor.id : 0)),
    deleted: option(fc.boolean()),
    match: option(fc.constantFrom('all' as const, 'any' as const)),
  });
  const fitsClient = (client: ClientRow, asked: ClientFilter) => {
    const { has_phone: phone, has_email: email, author_id: author, has_debt: debt, has_pending: pending } = asked;
    const days = daysMeant(asked, today);
    const own = orders.map(({ order }) => order).filter((order) => order.clientId === client.id && order.deletedAt === null);
    const owed = own.reduce((sum, order) => sum + (order.status === 'Cancelled' ? 0 : Math.max(order.totalMinor - order.paidMinor, 0)), 0);
    const conditions = [
      within(client.createdDay, days.from, days.to),
      phone === undefined ? undefined : (client.mobilePhone !== null) === phone,
      email === undefined ? undefined : (client.email !== null) === email,
      debt === undefined ? undefined : owed > 0 === debt,
      pending === undefined ? undefined : own.some((order) => order.status === 'Pending') === pending,
      author === undefined ? undefined : client.createdBy === author,
    ];
    return (client.deletedAt !== null) === (asked.deleted ?? false) && chosen(conditions, asked.match);
  };
  await fc.assert(
    fc.asyncProperty(filter, async (asked) => {
      const { rows, count } = await listClientPage(at(admin, now), asked, { sort: 'id', limit: 100 });
      const expected = clients.filter((client) => fitsClient(client, asked)).map(({ id }) => id);
      expect([rows.map(({ client }) => client.id), count]).toEqual([expected, expected.length]);
    }),
    { numRuns: 100, seed: 5 },
  );
});
