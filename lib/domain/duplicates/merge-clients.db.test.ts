import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { clientTotals } from '@/db/queries/clients';
import { countDaysFromOrders, listDayTotals } from '@/db/queries/day-totals';
import { findOrder } from '@/db/queries/orders';
import { clients } from '@/db/schema/clients';
import { ctxOf, systemCtx } from '@/lib/testing/people';
import { createClient } from '../clients/create-client';
import { deleteClient } from '../clients/delete-client';
import { editClient } from '../clients/edit-client';
import { getClient, getClientCard } from '../clients/get-client';
import { listClientPage } from '../clients/list-clients';
import { restoreClient } from '../clients/restore-client';
import type { ClientInput } from '../clients/schema';
import { isDomainError } from '../errors';
import type { HistoryEntry } from '../history/entry';
import { listChanges } from '../history/list-changes';
import { createOrder } from '../orders/create-order';
import { deleteOrder } from '../orders/delete-order';
import { editOrder } from '../orders/edit-order';
import { foldDayTotals } from '../orders/fold-totals';
import { listOrderPage } from '../orders/list-orders';
import type { OrderInput } from '../orders/schema';
import { addOrder } from '../orders/write-order';
import { addPayment } from '../payments/add-payment';
import { verifyDatabase } from '../verify/verify-database';
import { getMerge } from './get-merge';
import { mergeClients } from './merge-clients';

const items = [
  { product: 'Стол', quantity: 2000, price: 150_000 },
  { product: 'Лампа', quantity: 1000, price: 25_050 },
];

async function clientOf(input: ClientInput): Promise<number> {
  return (await createClient(systemCtx(), input)).id;
}

async function orderOf(client: number, input: OrderInput = {}): Promise<number> {
  return (await createOrder(systemCtx(), { client, items, ...input })).order.id;
}

async function refusal(call: Promise<unknown>) {
  const error: unknown = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return isDomainError(error) ? { code: error.code, id: error.details.id } : error;
}

/** The changes of the last operation of a kind, in their order. */
async function lastOperation(kind: string): Promise<HistoryEntry[]> {
  const all = await listChanges(systemCtx(), { limit: 1000 });
  const own = all.changes.filter(({ operation }) => operation.kind === kind);
  const last = own.at(-1)?.operation.id;
  return own.filter(({ operation }) => operation.id === last);
}

test('all orders of the other, in every state, move to the main one in one operation', async () => {
  const ctx = await ctxOf('manager');
  const main = await clientOf({ last_name: 'Главная', first_name: 'Анна', mobile_phone: '+79211110001' });
  const other = await clientOf({ last_name: 'Вторая', first_name: 'Анна', mobile_phone: '+79211110002', inn: '780400011812' });
  const own = await orderOf(main);
  const pending = await orderOf(other);
  const completed = await orderOf(other);
  await editOrder(ctx, { id: completed, input: { status: 'Completed' } });
  await addPayment(ctx, { orderId: completed, input: { day: '2026-01-15', amount: 100_000, method: 'cash' } });
  const cancelled = await orderOf(other, { description: 'отменён' });
  await editOrder(ctx, { id: cancelled, input: { status: 'Cancelled' } });
  const binned = await orderOf(other);
  await deleteOrder(ctx, { id: binned });
  const preview = await getMerge(ctx, { main, other });
  expect(preview.other).toMatchObject({ totals: { orders: 3 }, binned: 1 });
  const totalsBefore = await ctx.db.read((tx) => clientTotals(tx, [main, other]));
  const sum = (name: 'orders' | 'totalMinor' | 'debtMinor') => totalsBefore.reduce((all, row) => all + row[name], 0);

  const daysBefore = await ctx.db.read((tx) => listDayTotals(tx, {}));

  const versions = { mainVersion: preview.main.client.version, otherVersion: preview.other.client.version };
  expect(await mergeClients(ctx, { main, other, ...versions, take: ['inn'] })).toEqual({ id: main });

  const { client, totals } = await getClientCard(ctx, main);
  expect(client).toMatchObject({ lastName: 'Главная', inn: '780400011812', mobilePhone: '+79211110001', version: 2 });
  expect((await listClientPage(ctx, { search: '780400011812' }, { sort: 'id', limit: 10 })).rows.map((row) => row.client.id)).toEqual([
    main,
  ]);
  expect(totals).toMatchObject({ orders: sum('orders'), totalMinor: sum('totalMinor'), debtMinor: sum('debtMinor') });
  expect(await ctx.db.read((tx) => listDayTotals(tx, {}))).toEqual(daysBefore);
  expect(await ctx.db.read(countDaysFromOrders)).toEqual(daysBefore);
  for (const id of [own, pending, completed, cancelled, binned]) {
    const order = await ctx.db.read((tx) => findOrder(tx, id));
    expect(order?.order.clientId).toBe(main);
  }
  expect((await ctx.db.read((tx) => findOrder(tx, binned)))?.order.deletedAt).not.toBeNull();
  expect((await ctx.db.read((tx) => findOrder(tx, completed)))?.payments).toHaveLength(1);

  const recorded = await lastOperation('client.merge');
  expect(recorded.map(({ change }) => [change.position, change.entity, change.entityId, change.action])).toEqual([
    [0, 'client', other, 'delete'],
    [1, 'client', main, 'update'],
    [2, 'order', pending, 'update'],
    [3, 'order', completed, 'update'],
    [4, 'order', cancelled, 'update'],
    [5, 'order', binned, 'update'],
  ]);
  expect(recorded[0]?.fields).toMatchObject({ merged_into: { old: null, new: main }, last_name: { old: 'Вторая', new: null } });
  expect(recorded[1]?.fields).toEqual({ inn: { old: '', new: '780400011812' } });
  const moved = { client: { old: { id: other, name: 'Вторая Анна' }, new: { id: main, name: 'Главная Анна' } } };
  for (const { change, fields } of recorded.slice(2)) {
    expect(fields).toEqual(moved);
    const order = await ctx.db.read((tx) => findOrder(tx, change.entityId));
    expect(change).toMatchObject({ versionAfter: order?.order.version, versionBefore: (order?.order.version ?? 0) - 1 });
  }
  expect((await verifyDatabase(ctx.db)).problems).toEqual([]);
  await foldDayTotals(ctx.db);
  expect((await verifyDatabase(ctx.db)).problems).toEqual([]);
});

test('search finds the moved orders by the main one’s name, and not by the other’s', async () => {
  const ctx = await ctxOf('manager');
  const main = await clientOf({ last_name: 'Жемчугова', first_name: 'Вера' });
  const other = await clientOf({ last_name: 'Изумрудова', first_name: 'Вера' });
  const order = await orderOf(other);
  const find = async (search: string) => (await listOrderPage(ctx, { search }, { sort: 'id', limit: 10 })).rows.map((row) => row.order.id);
  expect(await find('изумрудова')).toEqual([order]);
  await mergeClients(ctx, { main, other, take: [] });
  expect(await find('жемчугова')).toEqual([order]);
  expect(await find('изумрудова')).toEqual([]);
  expect((await listOrderPage(ctx, { client_id: other }, { sort: 'id', limit: 10 })).count).toBe(1);
});

test('the other’s e-mail can be taken over', async () => {
  const ctx = await ctxOf('manager');
  const main = await clientOf({ last_name: 'Почтова', email: 'old@example.com' });
  const other = await clientOf({ last_name: 'Почтова', email: 'New@example.com' });
  await mergeClients(ctx, { main, other, take: ['email'] });
  expect(await getClient(ctx, main)).toMatchObject({ email: 'New@example.com', emailKey: 'new@example.com' });
  expect((await lastOperation('client.merge')).map(({ change }) => change.entityId)).toEqual([other, main]);
});

test('a version that is not the one seen refuses, and nothing changes', async () => {
  const ctx = await ctxOf('manager');
  const main = await clientOf({ last_name: 'Старова' });
  const other = await clientOf({ last_name: 'Новова' });
  const order = await orderOf(other);
  await editClient(ctx, { id: other, input: { comment: 'позже' } });
  const stale = { code: 'stale_version', id: undefined };
  expect(await refusal(mergeClients(ctx, { main, other, mainVersion: 1, otherVersion: 1, take: [] }))).toEqual(stale);
  expect(await refusal(mergeClients(ctx, { main, other, mainVersion: 7, otherVersion: 2, take: [] }))).toEqual(stale);
  expect((await ctx.db.read((tx) => findOrder(tx, order)))?.order).toMatchObject({ clientId: other, version: 1 });
  expect(await mergeClients(ctx, { main, other, mainVersion: 1, otherVersion: 2, take: [] })).toEqual({ id: main });
});

test('what cannot be merged is refused in words of its own', async () => {
  const ctx = await ctxOf('manager');
  const main = await clientOf({ last_name: 'Главнов' });
  const gone = await clientOf({ last_name: 'Удалов' });
  await deleteClient(ctx, { id: gone });
  const company = await clientOf({ company: 'ООО «Вектор»' });
  const merged = await clientOf({ last_name: 'Слитов' });
  await mergeClients(ctx, { main, other: merged, take: [] });
  const merge = (ids: { main: number; other: number }) => refusal(mergeClients(ctx, { ...ids, take: [] }));
  expect(await merge({ main, other: main })).toMatchObject({ code: 'merge_with_itself' });
  expect(await merge({ main: gone, other: main })).toMatchObject({ code: 'merge_deleted', id: gone });
  expect(await merge({ main, other: gone })).toMatchObject({ code: 'merge_deleted', id: gone });
  expect(await merge({ main, other: merged })).toMatchObject({ code: 'already_merged', id: main });
  expect(await merge({ main: merged, other: company })).toMatchObject({ code: 'already_merged', id: main });
  expect(await merge({ main, other: 999_999 })).toMatchObject({ code: 'not_found' });
  expect(await refusal(getMerge(ctx, { main, other: merged }))).toMatchObject({ code: 'already_merged' });
  expect(await refusal(mergeClients(ctx, { main, other: company, take: ['last_name'] }))).toMatchObject({ code: 'merge_nameless' });
  expect(await refusal(restoreClient(ctx, merged))).toEqual({ code: 'client_merged', id: main });
});

test('a chain of merges leads to its end, and a circle to nobody', async () => {
  const ctx = await ctxOf('manager');
  const [a, b, c] = [
    await clientOf({ last_name: 'Первов' }),
    await clientOf({ last_name: 'Второв' }),
    await clientOf({ last_name: 'Третьев' }),
  ];
  const order = await orderOf(a);
  await mergeClients(ctx, { main: b, other: a, take: [] });
  await mergeClients(ctx, { main: c, other: b, take: [] });
  expect(await getClientCard(ctx, a)).toMatchObject({ client: { id: c }, former: a, totals: { orders: 1 } });
  expect(await getClientCard(ctx, c, a)).toMatchObject({ client: { id: c }, former: a });
  expect(await getClientCard(ctx, c, 999_999)).toMatchObject({ client: { id: c }, former: null });
  expect((await ctx.db.read((tx) => findOrder(tx, order)))?.order.clientId).toBe(c);
  // No verb makes a circle; a number in one must not hang the program all the same.
  await ctx.db.transaction((tx) => tx.update(clients).set({ mergedInto: a, deletedAt: 1 }).where(eq(clients.id, c)).returning());
  expect(await refusal(getClient(ctx, a))).toMatchObject({ code: 'not_found' });
});

test('thousands of orders move whole, in one operation, while others read', { timeout: 120_000 }, async () => {
  const ctx = await ctxOf('manager');
  const main = await clientOf({ last_name: 'Много' });
  const other = await clientOf({ last_name: 'Заказов' });
  const count = 3000;
  await ctx.db.transaction(async (tx) => {
    for (let n = 0; n < count; n++) await addOrder(tx, ctx, { client: other, items }, 'order.create');
  });
  let reads = 0;
  let merging = true;
  const seen = new Set<number>();
  const reader = (async () => {
    while (merging) {
      const { count: found } = await listOrderPage(ctx, { client_id: main }, { sort: 'id', limit: 1 });
      seen.add(found ?? -1);
      reads += 1;
      await new Promise((done) => setImmediate(done));
    }
  })();
  await mergeClients(ctx, { main, other, take: [] });
  merging = false;
  await reader;
  // Readers went on meanwhile, and none saw a part of it.
  expect(reads).toBeGreaterThan(3);
  expect([...seen].filter((found) => found !== 0 && found !== count)).toEqual([]);
  expect((await getClientCard(ctx, main)).totals.orders).toBe(count);
  const { problems } = await verifyDatabase(ctx.db);
  expect(problems).toEqual([]);
  const { client } = await getClientCard(ctx, other);
  expect(client.id).toBe(main);
});
