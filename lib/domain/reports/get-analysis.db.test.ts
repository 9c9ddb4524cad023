import { and, eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { getEngine } from '@/db/client';
import type { FullOrder } from '@/db/queries/orders';
import { orderLines } from '@/db/schema/orders';
import { normalise } from '@/lib/search/normalise';
import { ctxOf, systemCtx } from '@/lib/testing/people';
import { createClient } from '../clients/create-client';
import { deleteClient } from '../clients/delete-client';
import type { Ctx } from '../context';
import { countAndSum } from '../orders/count-orders';
import { createOrder } from '../orders/create-order';
import { deleteOrder } from '../orders/delete-order';
import { editOrder } from '../orders/edit-order';
import { findOrders } from '../orders/find-orders';
import { getOrderCard } from '../orders/get-order';
import type { OrderFilter } from '../orders/order-filter';
import { orderStatuses } from '../orders/schema';
import { addDays, type DayRange, dayInZone, daysIn, weekdayOf } from '../period';
import { editSettings } from '../settings/edit-settings';
import { type Analysis, type AnalysisQuestion, chartSteps, comparisons, type GroupRow, type ReportGroup, reportGroups } from './analysis';
import { getAnalysis } from './get-analysis';

const at = (ctx: Ctx, moment: number): Ctx => ({ ...ctx, now: () => new Date(moment) });
const now = Date.parse('2026-11-20T09:00:00Z');
const zone = 'America/New_York';
const goods = ['Стол «Ёж»', 'Стул', 'Шкаф', 'Полка', 'Лампа'];
/** Clients with the day on which they were added; the last is in the bin. */
const clientDays: string[] = [];
const orders: FullOrder[] = [];
let reader: Ctx;

beforeAll(async () => {
  const system = systemCtx();
  await editSettings(system, { input: { time_zone: zone } });
  const authors = [await ctxOf('admin'), await ctxOf('manager'), system];
  for (let n = 0; n < 9; n++) {
    const moment = Date.parse('2026-08-20T03:30:00Z') + n * 11 * 86_400_000;
    const { id } = await createClient(at(system, moment), { company: n % 2 ? `Фирма ${n}` : '', last_name: 'Ким', first_name: `Ян ${n}` });
    clientDays.push(dayInZone(moment, zone));
    if (n === 8) await deleteClient(at(system, moment), { id });
  }
  for (let n = 0; n < 90; n++) {
    // Over the end of summer time, at odd quarters of an hour.
    const moment = Date.parse('2026-09-20T01:10:00Z') + n * 58_000_000;
    const ctx = at(authors[n % 3] as Ctx, moment);
    const items = Array.from({ length: (n % 4) + 1 }, (_, line) => ({
      product: goods[(n * 3 + line * (n % 2 ? 1 : 5)) % goods.length] ?? '',
      quantity: 500 * ((n % 5) + line + 1),
      price: (n * 7919) % 90_001,
    }));
    const { order } = await createOrder(ctx, { client: ((n * n) % 7) + 1, items, description: n % 6 ? '' : 'срочно' });
    if (n % 3) await editOrder(ctx, { id: order.id, input: { status: orderStatuses[n % 2 ? 1 : 2] } });
    if (n % 13 === 0) await deleteOrder(ctx, { id: order.id });
    orders.push(await getOrderCard(system, order.id));
  }
  reader = at(await ctxOf('viewer'), now);
});

function matches({ order, lines, client }: FullOrder, filter: OrderFilter, range: DayRange): boolean {
  const text = normalise([order.description, client.company, client.lastName, ...lines.map(({ product }) => product)].join(' '));
  const conditions = [
    order.deletedAt === null,
    order.businessDay >= range.from && order.businessDay <= range.to,
    !filter.status || [filter.status].flat().some((status) => status === order.status),
    !filter.client_id || order.clientId === filter.client_id,
    !filter.product_id || lines.some(({ productId }) => productId === filter.product_id),
    !filter.author_id || order.createdBy === filter.author_id,
    order.totalMinor >= (filter.sum_from ?? 0) && order.totalMinor <= (filter.sum_to ?? order.totalMinor),
    (filter.search ?? '').split(' ').every((word) => text.includes(normalise(word))),
  ];
  return conditions.every(Boolean);
}

function sum<V>(values: readonly V[], of: (value: V) => number): number {
  return values.reduce((total, value) => total + of(value), 0);
}

function medianOf(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const pair = [sorted[Math.ceil(half) - 1] ?? 0, sorted[Math.floor(half)] ?? 0];
  return Math.floor((sum(pair, Number) + 1) / 2);
}

function expectFigures(figures: Analysis['figures'], filter: OrderFilter, range: DayRange): void {
  const own = orders.filter((order) => matches(order, filter, range)).map(({ order }) => order);
  const of = (status: string) => own.filter((order) => order.status === status).length;
  const before = new Set(
    orders.filter(({ order }) => order.deletedAt === null && order.businessDay < range.from).map(({ order }) => order.clientId),
  );
  const totalMinor = sum(own, (order) => order.totalMinor);
  expect(figures).toEqual({
    orders: own.length,
    pending: of('Pending'),
    completed: of('Completed'),
    cancelled: of('Cancelled'),
    totalMinor,
    averageMinor: own.length ? Math.floor(totalMinor / own.length + 0.5) : 0,
    medianMinor: medianOf(own.map((order) => order.totalMinor)),
    quantityMilli: sum(own, (order) => order.quantityMilli),
    newClients: clientDays.slice(0, -1).filter((day) => day >= range.from && day <= range.to).length,
    returningClients: new Set(own.map(({ clientId }) => clientId).filter((id) => before.has(id))).size,
  });
}

interface Part {
  order: FullOrder['order'];
  product: number | null;
  totalMinor: number;
  quantityMilli: number;
}

/** Every product of every order, or every order as a whole. */
function partsOf({ order, lines }: FullOrder, byProduct: boolean): Part[] {
  if (!byProduct) return [{ order, product: null, totalMinor: order.totalMinor, quantityMilli: order.quantityMilli }];
  return [...new Set(lines.map(({ productId }) => productId))].map((product) => {
    const own = lines.filter(({ productId }) => productId === product);
    return { order, product, totalMinor: sum(own, (line) => line.totalMinor), quantityMilli: sum(own, (line) => line.quantityMilli) };
  });
}

function keyOf({ order, product }: Part, group: ReportGroup): GroupRow['key'] {
  const day = order.businessDay;
  const keys = {
    client: order.clientId,
    product,
    status: order.status,
    manager: order.createdBy,
    day,
    week: addDays(day, -weekdayOf(day)),
    month: day.slice(0, 7),
    year: day.slice(0, 4),
  };
  return keys[group];
}

function expectRows(rows: readonly GroupRow[], own: readonly FullOrder[], groups: readonly ReportGroup[]): void {
  const [group, ...further] = groups;
  if (!group) {
    expect(rows).toEqual([]);
    return;
  }
  const parts = own.flatMap((order) => partsOf(order, group === 'product'));
  const keys = [...new Set(parts.map((part) => keyOf(part, group)))];
  expect(new Set(rows.map(({ key }) => key))).toEqual(new Set(keys));
  expect(rows).toHaveLength(keys.length);
  for (const row of rows) {
    const ofRow = parts.filter((part) => keyOf(part, group) === row.key);
    expect(row).toMatchObject({
      orders: ofRow.length,
      pending: ofRow.filter(({ order }) => order.status === 'Pending').length,
      totalMinor: sum(ofRow, ({ totalMinor }) => totalMinor),
      quantityMilli: sum(ofRow, ({ quantityMilli }) => quantityMilli),
    });
    if (further.length === 0) continue;
    expect([sum(row.parts, ({ totalMinor }) => totalMinor), sum(row.parts, ({ quantityMilli }) => quantityMilli)]).toEqual([
      row.totalMinor,
      row.quantityMilli,
    ]);
    // A product's orders, each with its lines of that product alone.
    const within = own
      .filter((one) => ofRow.some(({ order }) => order.id === one.order.id))
      .map((one) => (group === 'product' ? { ...one, ...onlyProduct(one, row.key) } : one));
    expectRows(row.parts, within, further);
  }
}

function onlyProduct({ order, lines }: FullOrder, key: GroupRow['key']): Pick<FullOrder, 'order' | 'lines'> {
  const own = lines.filter(({ productId }) => productId === key);
  const [totalMinor, quantityMilli] = [sum(own, (line) => line.totalMinor), sum(own, (line) => line.quantityMilli)];
  return { order: { ...order, totalMinor, quantityMilli }, lines: own };
}

function expectShares(rows: readonly GroupRow[], whole: number): void {
  let [running, before] = [0, 0];
  for (const row of rows) {
    running += row.totalMinor;
    expect(row.cumulative).toBe(whole ? Math.round((running / whole) * 10_000) : 0);
    expect(row.share).toBe(row.cumulative - before);
    if (row.parts.length > 0) expect(row.parts.at(-1)?.cumulative).toBe(row.cumulative);
    expect(sum(row.parts, ({ share }) => share)).toBe(row.parts.length ? row.share : 0);
    before = row.cumulative;
  }
  if (whole > 0) expect(before).toBe(10_000);
}

function expectBars(bars: Analysis['bars'], filter: OrderFilter, range: DayRange): void {
  let next = range.from;
  for (const bar of bars) {
    expect(bar.range.from).toBe(next);
    next = addDays(bar.range.to, 1);
    const own = orders.filter((order) => matches(order, filter, bar.range));
    expect([bar.orders, bar.totalMinor]).toEqual([own.length, sum(own, ({ order }) => order.totalMinor)]);
  }
  const beyond = orders.filter((order) => next <= range.to && matches(order, filter, { from: next, to: range.to }));
  expect(beyond).toEqual([]);
}

function expectHours({ hours }: Analysis, own: readonly FullOrder[]): void {
  const clock = new Intl.DateTimeFormat('ru', { timeZone: zone, weekday: 'short', hour: '2-digit', hourCycle: 'h23' });
  const weekdays = ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'];
  const expected = { orders: hours.orders.map((row) => row.map(() => 0)), totalMinor: hours.totalMinor.map((row) => row.map(() => 0)) };
  for (const { order } of own) {
    const [weekday = '', hour = 0] = clock.format(order.createdAt).split(', ');
    const [count, total] = [expected.orders[weekdays.indexOf(weekday)] ?? [], expected.totalMinor[weekdays.indexOf(weekday)] ?? []];
    count[Number(hour)] = (count[Number(hour)] ?? 0) + 1;
    total[Number(hour)] = (total[Number(hour)] ?? 0) + order.totalMinor;
  }
  expect(hours).toEqual(expected);
}

const anyDay = fc.integer({ min: 0, max: 85 }).map((days) => addDays('2026-09-10', days));
const anyRange = fc.tuple(anyDay, fc.integer({ min: 0, max: 80 })).map(([from, days]) => ({ from, to: addDays(from, days) }));
const anyFilter: fc.Arbitrary<OrderFilter> = fc.record(
  {
    status: fc.oneof(fc.constantFrom(...orderStatuses), fc.subarray([...orderStatuses])).map((status) => status as OrderFilter['status']),
    client_id: fc.integer({ min: 1, max: 8 }),
    product_id: fc.integer({ min: 1, max: 6 }),
    author_id: fc.integer({ min: 1, max: 3 }),
    sum_from: fc.integer({ min: 0, max: 90_000 }),
    sum_to: fc.integer({ min: 0, max: 400_000 }),
    search: fc.constantFrom('стол еж', 'СРОЧНО', 'ким', 'нет такого'),
  },
  { requiredKeys: [] },
);
const anyQuestion: fc.Arbitrary<AnalysisQuestion> = fc.record({
  filter: fc.oneof(fc.constant({}), anyFilter),
  range: anyRange,
  compare: fc.constantFrom(...comparisons),
  step: fc.constantFrom(...chartSteps),
  groups: fc.uniqueArray(fc.constantFrom(...reportGroups), { maxLength: 2 }),
});

describe('a report', () => {
  test('equals the plain sums over the records, for any days, filter and grouping', async () => {
    await fc.assert(
      fc.asyncProperty(anyQuestion, async (question) => {
        const { filter, range, groups } = question;
        const normal: OrderFilter = Array.isArray(filter.status) && filter.status.length === 0 ? { ...filter, status: undefined } : filter;
        const analysis = await getAnalysis(reader, { ...question, filter: normal });
        const own = orders.filter((order) => matches(order, normal, range));
        expectFigures(analysis.figures, normal, range);
        expectRows(analysis.rows, own, groups);
        expectRows(analysis.statuses, own, ['status', 'manager']);
        if (groups.length > 0) expectShares(analysis.rows, analysis.figures.totalMinor);
        expectBars(analysis.bars, normal, range);
        expectHours(analysis, own);
        if (!analysis.compared) return;
        expectFigures(analysis.compared.figures, normal, analysis.compared.range);
        expectBars(analysis.compared.bars, normal, analysis.compared.range);
      }),
      { numRuns: 60 },
    );
  });

  test('equals the list behind it', async () => {
    for (const filter of [{}, { status: 'Pending' }, { search: 'ким', sum_from: 5000 }, { product_id: 2 }] as OrderFilter[]) {
      const range = { from: '2026-10-01', to: '2026-10-31' };
      const { figures } = await getAnalysis(reader, { filter, range, compare: 'none', groups: [] });
      const list = await reader.db.read(async (tx) => countAndSum(tx, await findOrders(tx, reader, { ...filter, ...range })));
      expect([figures.orders, figures.totalMinor]).toEqual([list.count, list.totalMinor]);
      expect(figures.orders).toBeGreaterThan(0);
    }
  });
});

test('names whose rows they are; what nobody of ours made has no name', async () => {
  const question = { filter: {}, range: { from: '2026-09-01', to: '2026-11-30' }, compare: 'none' } as const;
  const { rows: clients } = await getAnalysis(reader, { ...question, groups: ['client', 'product'] });
  expect(clients.find(({ key }) => key === 2)?.name).toBe('Фирма 1');
  expect(clients.find(({ key }) => key === 1)?.name).toBe('Ким Ян 0');
  expect(new Set(clients.flatMap(({ parts }) => parts.map(({ name }) => name)))).toEqual(new Set(goods));
  const { rows: managers } = await getAnalysis(reader, { ...question, groups: ['manager'] });
  expect(managers.map(({ key }) => key)).toContain(null);
  expect(managers.find(({ key }) => key === null)?.name).toBeNull();
});

test('a filter cannot change its days, look into the bin or loosen its conditions', async () => {
  const range = { from: '2026-10-01', to: '2026-10-31' };
  const plain = await getAnalysis(reader, { filter: { status: 'Pending' }, range, compare: 'none', groups: [] });
  const filter: OrderFilter = { status: 'Pending', period: 'year', from: '2020-01-01', to: '2020-01-02', deleted: true, match: 'any' };
  expect(await getAnalysis(reader, { filter, range, compare: 'none', groups: [] })).toEqual(plain);
});

test('the sum is held against the lines, read once more', async () => {
  const question = {
    filter: { status: 'Pending' },
    range: { from: '2026-09-01', to: '2026-11-30' },
    compare: 'none',
    groups: [],
    prove: true,
  } as const;
  const { figures, linesMinor } = await getAnalysis(reader, question);
  expect(linesMinor).toBe(figures.totalMinor);
  const id = orders.find((order) => matches(order, question.filter, question.range))?.order.id ?? 0;
  const move = (by: number) =>
    getEngine().transaction(async (tx) => {
      await tx
        .update(orderLines)
        .set({ totalMinor: sql`${orderLines.totalMinor} + ${by}` })
        .where(and(eq(orderLines.orderId, id), eq(orderLines.position, 1)));
    });
  await move(7);
  expect((await getAnalysis(reader, question)).linesMinor).toBe(figures.totalMinor + 7);
  await move(-7);
});

test('sums of more days than are read at once are whole', async () => {
  const year = { from: '2016-01-01', to: '2026-12-31' };
  const { bars, step } = await getAnalysis(reader, { filter: {}, range: year, compare: 'year', step: 'day', groups: ['year'] });
  // Four thousand days are too many bars.
  expect([step, bars.at(-1)?.range.to, daysIn(bars[0]?.range ?? year)]).toEqual(['month', '2026-11-30', 31]);
});
