import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { getEngine } from '@/db/client';
import type { Engine } from '@/db/engines/engine';
import { ctxOf } from '@/lib/testing/people';
import { createClient } from '../clients/create-client';
import { listClientPage } from '../clients/list-clients';
import { clientListSorts } from '../clients/schema';
import type { Ctx } from '../context';
import { listHistory } from '../history/list-history';
import { createOrder } from '../orders/create-order';
import { deleteOrder } from '../orders/delete-order';
import { editOrder } from '../orders/edit-order';
import { listOrderPage } from '../orders/list-orders';
import { orderListSorts, orderStatuses } from '../orders/schema';
import { listProductPage } from '../products/list-products';
import { productListSorts } from '../products/schema';
import { exportClients } from './export-clients';
import { exportHistory } from './export-history';
import { exportOrderLines, exportOrders } from './export-orders';
import { exportProducts } from './export-products';
import type { Exported } from './open-export';

let ctx: Ctx;
const ids: number[] = [];
const clients: number[] = [];

beforeAll(async () => {
  ctx = await ctxOf('admin');
  for (const name of ['Ёлкин', 'Гаврилов', 'Соколова', 'Алиев'])
    clients.push((await createClient(ctx, { last_name: name, first_name: 'А', mobile_phone: `+7900000000${clients.length}` })).id);
  for (let n = 0; n < 450; n++) {
    const items = [{ product: ['Стол', 'Стул', 'шкаф'][n % 3] ?? '', quantity: 1000, price: (n % 7) * 100 }];
    if (n % 5 === 0) items.push({ product: 'Лампа', quantity: 500, price: 300 });
    const { order } = await createOrder(ctx, { client: clients[n % 4] ?? 0, items, description: n % 2 ? `№ ${n}` : '' });
    if (n % 6 === 0) await editOrder(ctx, { id: order.id, input: { status: orderStatuses[n % 3] } });
    if (n % 50 === 0) await deleteOrder(ctx, { id: order.id });
    ids.push(order.id);
  }
}, 120_000);

async function all<R>(opening: Promise<Exported<R>>): Promise<R[]> {
  const exported = await opening;
  try {
    const rows: R[] = [];
    for await (const block of exported.blocks) rows.push(...block);
    return rows;
  } finally {
    await exported.end();
  }
}

const direction = fc.boolean();
function sortings<S extends string>(sorts: readonly S[]) {
  const one = fc.record({ sort: fc.constantFrom(...sorts), descending: direction });
  return fc.record({ sort: fc.constantFrom(...sorts), descending: direction, further: fc.array(one, { maxLength: 2 }) });
}

describe('an export is the list', () => {
  test('of orders, in any order, through any filter', async () => {
    const filter = fc.record(
      {
        status: fc.constantFrom(...orderStatuses),
        client_id: fc.constantFrom(1, 2, 3),
        search: fc.constantFrom('стол', 'ёлкин', 'cjrjkjdf', 'лампа 1'),
        sum_from: fc.constantFrom(100, 300),
        deleted: fc.constant(true),
        match: fc.constantFrom('all' as const, 'any' as const),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(filter, sortings(orderListSorts), async (filter, sorting) => {
        const page = await listOrderPage(ctx, filter, { ...sorting, limit: 1000 });
        const exported = await exportOrders(ctx, { filter, sorting });
        expect([exported.count, exported.meant]).toEqual([page.count, page.shownFor]);
        const rows = await all(Promise.resolve(exported));
        expect(rows.map(({ order }) => order)).toEqual(page.rows.map(({ order }) => order));
      }),
      { numRuns: 60 },
    );
  });

  test('of clients and products', async () => {
    await fc.assert(
      fc.asyncProperty(sortings(clientListSorts), sortings(productListSorts), async (ofClients, ofProducts) => {
        const page = await listClientPage(ctx, {}, { ...ofClients, limit: 100 });
        expect(await all(exportClients(ctx, { filter: {}, sorting: ofClients }))).toEqual(page.rows);
        const products = await listProductPage(ctx, {}, { ...ofProducts, limit: 100 });
        expect(await all(exportProducts(ctx, { filter: {}, sorting: ofProducts }))).toEqual(products.rows);
      }),
      { numRuns: 30 },
    );
  });

  test('of lines: those of the orders, in the orders’ order', async () => {
    const wish = { filter: { status: 'Pending' as const }, sorting: { sort: 'total_price' as const, descending: true } };
    const orders = await all(exportOrders(ctx, wish));
    const lines = await all(exportOrderLines(ctx, wish));
    expect(lines.map(({ order, line }) => [order.id, line.position])).toEqual(
      orders.flatMap(({ order }) => Array.from({ length: order.lineCount }, (_, at) => [order.id, at + 1])),
    );
    expect((await exportOrderLines(ctx, wish).then(async (open) => ({ count: open.count, end: await open.end() }))).count).toBe(
      lines.length,
    );
  });

  test('of the history, larger than a block, every change once', async () => {
    const rows = await all(exportHistory(ctx, { filter: {}, sorting: { sort: 'at' } }));
    const { entries } = await listHistory(ctx, { limit: 100_000 });
    expect(rows.map(({ change }) => change.id)).toEqual(entries.map(({ change }) => change.id));
    expect(rows.length).toBeGreaterThan(450);
  });

  test('of the named ones alone, also those that a filter would not find', async () => {
    const some = [ids[7] ?? 0, ids[3] ?? 0, ids[11] ?? 0, 999_999];
    const rows = await all(exportOrders(ctx, { filter: { search: 'нет такого' }, sorting: { sort: 'id' }, ids: some }));
    expect(rows.map(({ order }) => order.id)).toEqual([ids[3], ids[7], ids[11]]);
  });
});

describe.each(['created_at', 'status'] as const)('by %s', (sort) => {
  test('what others write meanwhile is not seen', async () => {
    const wish = { filter: {}, sorting: { sort, descending: true } };
    const before = await listOrderPage(ctx, {}, { ...wish.sorting, limit: 1000 });
    const exported = await exportOrders(ctx, wish);
    const seen: object[] = [];
    let block = 0;
    for await (const rows of exported.blocks) {
      seen.push(...rows.map(({ order }) => order));
      const touched = before.rows[block * 40 + 205]?.order.id ?? 0;
      await createOrder(ctx, { client: clients[0] ?? 0, items: [{ product: 'Новый', quantity: 1000, price: 100 }] });
      await editOrder(ctx, { id: touched, input: { description: `${sort} ${block}`, status: 'Cancelled' } });
      await deleteOrder(ctx, { id: before.rows[block * 40 + 215]?.order.id ?? 0 });
      block += 1;
    }
    await exported.end();
    expect(block).toBeGreaterThan(2);
    expect(seen).toEqual(before.rows.map(({ order }) => order));
    // The same again sees all of it: as many came as went.
    const after = await all(exportOrders(ctx, wish));
    expect(after.length).toBe(before.rows.length);
    expect(after.map(({ order }) => order)).not.toEqual(seen);
  });
});

describe('the snapshot', () => {
  /** An engine that tells how many snapshots are open. */
  function counting(): { db: Engine; open: () => number } {
    let open = 0;
    const db = getEngine();
    const snapshot: Engine['snapshot'] = async (work) => {
      open += 1;
      return db.snapshot(work).finally(() => (open -= 1));
    };
    return { db: { ...db, snapshot }, open: () => open };
  }

  test('ends with its reader, also in the middle, and when nothing is read', async () => {
    const { db, open } = counting();
    const wish = { filter: {}, sorting: { sort: 'id' as const } };
    const half = await exportOrders({ ...ctx, db }, wish);
    for await (const _ of half.blocks) break;
    expect(open()).toBe(1);
    await half.end();
    await half.end();
    const none = await exportOrders({ ...ctx, db }, wish);
    await none.end();
    expect(open()).toBe(0);
  });

  test('ends with a failure while it is opened', async () => {
    const { db, open } = counting();
    const now = () => {
      throw new Error('no clock');
    };
    await expect(exportOrders({ ...ctx, db, now }, { filter: {}, sorting: { sort: 'id' } })).rejects.toThrow('no clock');
    expect(open()).toBe(0);
  });
});
