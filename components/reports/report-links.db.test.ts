import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { readClientListUrl } from '@/components/clients/client-list-url';
import { readOrderListUrl } from '@/components/orders/order-list-url';
import { readProductListUrl } from '@/components/products/product-list-url';
import { getEngine } from '@/db/client';
import { clientIds } from '@/db/queries/client-lists';
import { orderIds } from '@/db/queries/order-lists';
import type { FullOrder } from '@/db/queries/orders';
import { sortedProductIds } from '@/db/queries/product-lists';
import { orderLines } from '@/db/schema/orders';
import { createClient } from '@/lib/domain/clients/create-client';
import { findClients } from '@/lib/domain/clients/find-clients';
import type { Ctx } from '@/lib/domain/context';
import { createOrder } from '@/lib/domain/orders/create-order';
import { editOrder } from '@/lib/domain/orders/edit-order';
import { findOrders } from '@/lib/domain/orders/find-orders';
import { getOrderCard } from '@/lib/domain/orders/get-order';
import { orderStatuses } from '@/lib/domain/orders/schema';
import { findProducts } from '@/lib/domain/products/find-products';
import { abcClass } from '@/lib/domain/reports/abc';
import type { Analysis, GroupRow, ReportGroup } from '@/lib/domain/reports/analysis';
import { getAnalysis } from '@/lib/domain/reports/get-analysis';
import { editSettings } from '@/lib/domain/settings/edit-settings';
import { ctxOf, systemCtx } from '@/lib/testing/people';
import {
  listOfClass,
  newClientsIn,
  ordersBehind,
  ordersOfClass,
  ordersOfHour,
  ordersOfRow,
  pendingOf,
  type ReportScope,
  returningClientsIn,
} from './report-links';
import { readReportUrl } from './report-url';
import { sectionsOf } from './sections';

const now = Date.parse('2026-11-20T09:00:00Z');
const at = (ctx: Ctx, moment: number): Ctx => ({ ...ctx, now: () => new Date(moment) });
const orders = new Map<number, FullOrder>();
let reader: Ctx;
let author = 0;

beforeAll(async () => {
  const system = systemCtx();
  // Summer time ends within the orders.
  await editSettings(system, { input: { time_zone: 'America/New_York' } });
  const manager = await ctxOf('manager');
  author = manager.actor.type === 'user' ? manager.actor.id : 0;
  for (let n = 0; n < 12; n++)
    await createClient(at(system, Date.parse('2026-08-25T03:30:00Z') + n * 7 * 86_400_000), { company: `Фирма ${n}` });
  const ids: number[] = [];
  for (let n = 0; n < 80; n++) {
    const ctx = at(n % 3 ? manager : system, Date.parse('2026-09-20T01:10:00Z') + n * 61_000_000);
    const items = Array.from({ length: (n % 3) + 1 }, (_, line) => ({
      product: `Товар ${(n * 7 + line * 5) % 9}`,
      quantity: 500 * ((n % 4) + 1),
      // A few clients and goods bring most.
      price: Math.floor(5_000_000 / ((n % 12) + 1) ** 2) + line,
    }));
    const { order } = await createOrder(ctx, { client: (n % 12) + 1, items, description: n % 5 ? '' : 'срочно' });
    if (n % 4) await editOrder(ctx, { id: order.id, input: { status: orderStatuses[n % 3] } });
    ids.push(order.id);
  }
  // As before the catalogue was filled from them.
  await getEngine().transaction(
    async (tx) => void (await tx.update(orderLines).set({ productId: null }).where(eq(orderLines.product, 'Товар 4'))),
  );
  for (const id of ids) orders.set(id, await getOrderCard(system, id));
  reader = at(await ctxOf('viewer'), now);
});

function queryOf(href: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(href.split('?')[1]));
}

/** The orders that a link opens. */
function opened(href: string): Promise<FullOrder[]> {
  expect(href).toMatch(/^\/orders\?/);
  const { filter, params } = readOrderListUrl(queryOf(href));
  // Nothing of the address was dropped.
  const { sort: _, ...asked } = queryOf(href);
  expect(params).toMatchObject(asked);
  return reader.db.read(async (tx) => {
    const ids = await orderIds(tx, await findOrders(tx, reader, filter), 1000);
    return ids.map((id) => orders.get(id) as FullOrder);
  });
}

function openedClients(href: string): Promise<number[]> {
  expect(href).toMatch(/^\/clients\?/);
  return reader.db.read(async (tx) => clientIds(tx, await findClients(tx, reader, readClientListUrl(queryOf(href)).filter), 1000));
}

function openedProducts(href: string): Promise<number[]> {
  expect(href).toMatch(/^\/products\?/);
  return reader.db.read(async (tx) => {
    const found = await findProducts(tx, reader, readProductListUrl(queryOf(href)).filter);
    return sortedProductIds(tx, { ...found, sort: 'id', descending: false });
  });
}

function sum<V>(values: readonly V[], of: (value: V) => number): number {
  return values.reduce((total, value) => total + of(value), 0);
}

async function expectOrders(href: string | undefined, count: number): Promise<void> {
  if (href === undefined) expect(count).toBe(0);
  else expect(await opened(href)).toHaveLength(count);
}

async function expectFigures(figures: Analysis['figures'], scope: ReportScope): Promise<void> {
  const own = await opened(ordersBehind(scope));
  expect(figures).toMatchObject({
    orders: own.length,
    totalMinor: sum(own, ({ order }) => order.totalMinor),
    quantityMilli: sum(own, ({ order }) => order.quantityMilli),
  });
  await expectOrders(pendingOf(ordersBehind(scope)), figures.pending);
  expect(await openedClients(newClientsIn(scope))).toHaveLength(figures.newClients);
  expect(await openedClients(returningClientsIn(scope))).toHaveLength(figures.returningClients);
}

type Figures = Pick<GroupRow, 'pending' | 'totalMinor' | 'quantityMilli'> & { orders: number | undefined };

/** What the rows come to that a link opens: whole orders, or their lines of some products. */
async function expectRow(href: string, figures: Figures, products: readonly GroupRow['key'][] | undefined): Promise<void> {
  const own = await opened(href);
  if (figures.orders !== undefined) {
    expect(own).toHaveLength(figures.orders);
    await expectOrders(pendingOf(href), figures.pending);
  }
  const lines = own.flatMap((order) => order.lines).filter(({ productId }) => products?.includes(productId) ?? true);
  expect([sum(lines, (line) => line.totalMinor), sum(lines, (line) => line.quantityMilli)]).toEqual([
    figures.totalMinor,
    figures.quantityMilli,
  ]);
}

function productsOf(steps: readonly { group: ReportGroup | undefined; row: GroupRow }[]): GroupRow['key'][] | undefined {
  const keys = steps.filter(({ group }) => group === 'product').map(({ row }) => row.key);
  return keys.length > 0 ? keys : undefined;
}

describe.each([
  { period: 'last_30' },
  { from: '2026-10-20', to: '2026-11-10', status: 'Pending,Completed' },
  { from: '2026-09-01', to: '2026-11-30', status: 'Completed' },
  { from: '2026-10-01', to: '2026-11-15', q: 'срочно' },
  { from: '2026-10-01', to: '2026-11-15', product_id: '1' },
  { from: '2026-10-01', to: '2026-11-15', product_id: '0', author: '0' },
  { from: '2026-10-01', to: '2026-11-15', product: 'товар', sum_from: '1000.00', waiting: '3' },
  { from: '2026-10-01', to: '2026-11-15', client: '3', payment: 'unpaid' },
])('the figures of a report over %o', (asked) => {
  const groupings: [ReportGroup, ReportGroup?][] = [
    ['client'],
    ['product'],
    ['status', 'manager'],
    ['client', 'product'],
    ['product', 'month'],
    ['manager', 'week'],
    ['year', 'day'],
  ];

  test('open the orders and clients they count', async () => {
    const url = readReportUrl(asked, '2026-11-20');
    const { figures, compared, bars, hours } = await getAnalysis(reader, url.question);
    await expectFigures(figures, url.scope);
    if (compared) await expectFigures(compared.figures, { ...url.scope, range: compared.range });
    for (const bar of bars) {
      const own = await opened(ordersBehind({ ...url.scope, range: bar.range }));
      expect([own.length, sum(own, ({ order }) => order.totalMinor)]).toEqual([bar.orders, bar.totalMinor]);
    }
    for (const [weekday, row] of hours.orders.entries()) {
      await expectOrders(ordersOfHour(url.scope, weekday), sum(row, Number));
      for (const [hour, count] of row.entries()) if (count > 0) await expectOrders(ordersOfHour(url.scope, weekday, hour), count);
    }
  });

  test.each(groupings)('grouped by %s and %s they open their rows', async (...some) => {
    const groups = some.filter((group) => group !== undefined);
    const url = readReportUrl({ ...asked, group: groups.join() }, '2026-11-20');
    const { rows } = await getAnalysis(reader, url.question);
    const [first, second] = groups;
    for (const row of rows) {
      const outer = [{ group: first, row }];
      await expectRow(ordersOfRow(url.scope, outer), row, productsOf(outer));
      for (const part of row.parts) {
        const both = [...outer, { group: second, row: part }];
        await expectRow(ordersOfRow(url.scope, both), part, productsOf(both));
      }
    }
  });

  test.each(['client', 'product'] as const)('classes of a %s open who is in them, and their orders', async (group) => {
    const url = readReportUrl({ ...asked, group }, '2026-11-20');
    const { rows } = await getAnalysis(reader, url.question);
    for (const { heading, figures, rows: own } of sectionsOf(rows, [group], undefined, () => '')) {
      if (!heading || !figures || !('class' in heading)) throw new Error('no class');
      expect(own.every((row) => abcClass(row) === heading.class)).toBe(true);
      const keys = own.map(({ key }) => key);
      const list = listOfClass(url.scope, group, heading.class);
      const known = keys.filter((key) => typeof key === 'number').sort((a, b) => a - b);
      expect(await (group === 'client' ? openedClients(list) : openedProducts(list))).toEqual(known);
      // Lines of no product are in a class, too, but nobody can be named for them.
      if (keys.includes(null)) continue;
      await expectRow(ordersOfClass(url.scope, group, heading.class), figures, group === 'product' ? keys : undefined);
    }
  });
});

test('there was something to compare', async () => {
  const nobody = await opened('/orders?author=0');
  expect(nobody.length).toBeGreaterThan(10);
  expect((await opened(`/orders?author=${author}`)).length).toBe(80 - nobody.length);
  expect((await opened('/orders?product_id=0')).length).toBeGreaterThan(10);
});
