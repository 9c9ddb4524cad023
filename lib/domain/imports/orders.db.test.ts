import { beforeEach, expect, test } from 'vitest';
import { driveBulk } from '@/lib/bulk-runner';
import { driveImport } from '@/lib/import-runner';
import { checkedImport, csvOf } from '@/lib/testing/imports';
import { ctxOf } from '@/lib/testing/people';
import { startBulk } from '../bulk/start-bulk';
import { createClient } from '../clients/create-client';
import { getClientCard } from '../clients/get-client';
import { listClients } from '../clients/list-clients';
import type { Ctx } from '../context';
import { createOrder } from '../orders/create-order';
import { deleteOrder } from '../orders/delete-order';
import { editOrder } from '../orders/edit-order';
import { getOrderCard } from '../orders/get-order';
import { listOrders } from '../orders/list-orders';
import { orderSnapshot } from '../orders/snapshot';
import { verifyDatabase } from '../verify/verify-database';
import { applyImport } from './apply-import';
import { chooseRow, fixCell } from './fix-row';
import { getImport } from './get-import';
import { listImportRows } from './list-rows';

let ctx: Ctx;
let mark = '';
let n = 0;

beforeEach(async () => {
  ctx = await ctxOf('manager');
  mark = `o${Date.now()}${n++}`;
});

const header = [
  'Внешний №',
  'Дата',
  'Клиент',
  'E-mail',
  'Статус',
  'Описание',
  'Товар',
  'Артикул',
  'Кол-во',
  'Ед.',
  'Цена',
  'Скидка',
  'НДС',
];
const ownHeader = ['ID', 'Версия', ...header];
const check = (rows: string[][], own = false) =>
  checkedImport(ctx, csvOf([own ? ownHeader : header, ...rows]), { entity: 'order', fileName: 'заказы.csv' });
const rowsOf = (id: number) => listImportRows(ctx, id, { after: 0, limit: 100 });
const ordersOf = async (search: string) => listOrders(ctx, { search }, { sort: 'id', limit: 50 }, true);

async function applied(id: number) {
  await applyImport(ctx, id);
  await driveImport(ctx.db, id);
  return getImport(ctx, id);
}

test('orders come with all their lines, their day and clients nobody knew, and go again as one', async () => {
  const known = await createClient(ctx, { last_name: 'Соколова', first_name: 'Марина', email: `m.${mark}@example.com` });
  const company = `ООО «Вектор ${mark}»`;
  const found = await check([
    [
      `A-${mark}`,
      '17.12.2024 21:30',
      'Соколова Марина',
      `m.${mark}@example.com`,
      'Выполнен',
      'первый',
      `Стол ${mark}`,
      '007',
      '2',
      'шт.',
      '1 234,56',
      '0,12',
      '20 %',
    ],
    ['', '', '', '', '', '', `Стул ${mark}`, '', '1,5', '', '100', '', 'без НДС'],
    [`B-${mark}`, '2025-01-31', company, '', 'отменён', '', `Стол ${mark}`, '', '1', '', '10.5', '', ''],
    [`C-${mark}`, '', company, '', '', '', `Стол ${mark}`, '', '', '', '7', '', ''],
    ['Итого', '', '', '', '', '', '', '', '', '', '2 600', '', ''],
  ]);
  expect(found.counts).toMatchObject({ new: 3, error: 0, duplicate: 0 });
  const [first, second] = await rowsOf(found.id);
  expect([first?.rowNo, first?.cells.lines?.map(({ rowNo }) => rowNo), second?.detail.newClient]).toEqual([2, [2, 3], company]);

  const done = await applied(found.id);
  expect(done).toMatchObject({ state: 'done', applied: 3, refused: 0 });
  const orders = await ordersOf(mark);
  expect(
    orders.map(({ order, client, lines }) => [
      order.externalNo,
      order.status,
      order.totalMinor,
      order.businessDay,
      client.company,
      lines.length,
    ]),
  ).toEqual([
    [`A-${mark}`, 'Completed', 2 * 123_456 - 12 + 15_000, '2024-12-17', '', 2],
    [`B-${mark}`, 'Cancelled', 1050, '2025-01-31', company, 1],
    [`C-${mark}`, 'Pending', 700, expect.any(String), company, 1],
  ]);
  expect(orders[0]?.client.id).toBe(known.id);
  expect(orders[0]?.lines[0]).toMatchObject({
    sku: '007',
    quantityMilli: 2000,
    priceMinor: 123_456,
    discountMinor: 12,
    vatRate: 2000,
    unit: 'шт.',
  });
  expect(orders[0]?.lines[1]).toMatchObject({ quantityMilli: 1500, priceMinor: 10_000, vatRate: null });
  expect(orders[1]?.client.id, 'the second order of the new client is his, too').toBe(orders[2]?.client.id);
  expect(
    (await check([[`A-${mark}`, '17.12.2024', 'Соколова Марина', '', 'Выполнен', 'первый', '', '', '', '', '', '', '']])).counts.same,
  ).toBe(1);

  const run = await startBulk(ctx, {
    entity: 'operation',
    selection: { group: done.groupId ?? 0 },
    action: { type: 'undo', conflicts: 'theirs' },
  });
  await driveBulk(ctx.db, run.id);
  expect(await ordersOf(mark)).toEqual([]);
  expect(await listClients(ctx, { search: mark }, { sort: 'id', limit: 10 })).toMatchObject([{ id: known.id }]);
  expect((await verifyDatabase(ctx.db)).problems).toEqual([]);
});

test('what is wrong is told at its line, and is corrected in place', async () => {
  const { id: client } = await createClient(ctx, { company: `Берег ${mark}`, email: `b.${mark}@example.com` });
  const found = await check([
    [`A-${mark}`, '31.02.2025', `Берег ${mark}`, '', 'утерян', '', 'Стол', '', 'много', '', '100', '200', ''],
    ['', '', '', '', '', '', 'Стул', '', '1', '', '', '', 'по закону'],
    [`B-${mark}`, '', '', 'nobody@example.com', '', '', 'Стол', '', '1', '', '100', '', ''],
    [`C-${mark}`, '', `Берег ${mark}`, '', '', '', 'Стол', '', '1', '', '100', '200', ''],
  ]);
  const problems = (await rowsOf(found.id)).map(({ detail }) => detail.problems.map(({ field, rule, line }) => [field, rule, line]));
  expect(problems).toEqual([
    [
      ['status', 'import_status', undefined],
      ['created_at', 'day', undefined],
      ['quantity', 'quantity', 2],
      ['vat_rate', 'import_vat', 3],
      ['price', 'required', 3],
    ],
    [['client_name', 'required', undefined]],
    [['discount', 'discount_range', 5]],
  ]);
  const last = (await rowsOf(found.id)).at(-1);
  expect((await fixCell(ctx, { rowId: last?.id ?? 0, field: 'discount', text: '99,99', line: 5 })).kind).toBe('new');
  await applied(found.id);
  const [order] = await ordersOf(mark);
  expect([order?.order.totalMinor, order?.client.id]).toEqual([1, client]);
});

test('a download that was edited changes what was edited, and asks where somebody has changed the same meanwhile', async () => {
  const { id: client } = await createClient(ctx, { company: `Вектор ${mark}` });
  const items = [
    { product: `Стол ${mark}`, quantity: 1000, price: 10_000, unit: 'шт.' },
    { product: 'Стул', quantity: 2000, price: 5000, discount: 100 },
  ];
  const make = async () => (await createOrder(ctx, { client, items, description: 'как было' })).order.id;
  const [edited, both, other, gone] = [await make(), await make(), await make(), await make()];
  await editOrder(ctx, { id: both, input: { description: 'в системе', status: 'Completed' } });
  await editOrder(ctx, { id: other, input: { status: 'Cancelled' } });
  await deleteOrder(ctx, { id: gone });
  const rows = (id: number, description: string, quantity: string) => [
    [String(id), '1', '', '', `Вектор ${mark}`, '', 'Ожидает', description, `Стол ${mark}`, '', quantity, 'шт.', '100,00', '0', ''],
    [String(id), '1', '', '', `Вектор ${mark}`, '', 'Ожидает', description, 'Стул', '', '2', '', '50,00', '1,00', ''],
  ];
  const found = await check(
    [...rows(edited, 'как было', '3'), ...rows(both, 'в файле', '1'), ...rows(other, 'как было', '1'), ...rows(gone, 'вернулся', '1')],
    true,
  );
  const [first, second, third, fourth] = await rowsOf(found.id);
  expect([first?.kind, second?.kind, third?.kind, fourth?.kind]).toEqual(['changed', 'conflict', 'same', 'binned']);
  expect(first?.detail.changes.map(({ field }) => field)).toEqual(['items']);
  expect(second?.detail.changes).toEqual([{ field: 'description', now: 'в системе', file: 'в файле', was: 'как было' }]);
  await chooseRow(ctx, second?.id ?? 0, { fromFile: ['description'] });
  await chooseRow(ctx, fourth?.id ?? 0, { action: 'restore' });
  const before = { ...orderSnapshot(await getOrderCard(ctx, other)) };
  expect(await applied(found.id)).toMatchObject({ applied: 3, refused: 0 });
  expect((await getOrderCard(ctx, edited)).order).toMatchObject({ totalMinor: 30_000 + 9900, description: 'как было', status: 'Pending' });
  expect((await getOrderCard(ctx, both)).order).toMatchObject({ description: 'в файле', status: 'Completed' });
  expect(orderSnapshot(await getOrderCard(ctx, other))).toEqual(before);
  expect((await getOrderCard(ctx, gone)).order).toMatchObject({ deletedAt: null, description: 'вернулся' });
  expect((await verifyDatabase(ctx.db)).problems).toEqual([]);
});

test('a list of orders without their goods changes what it holds and leaves the lines alone', async () => {
  const { id: client } = await createClient(ctx, { company: `Список ${mark}` });
  const { order } = await createOrder(ctx, { client, items: [{ product: 'Стол', quantity: 1000, price: 10_000 }] });
  const found = await checkedImport(
    ctx,
    csvOf([
      ['ID', 'Версия', 'Клиент', 'Статус', 'Срок', 'Сумма'],
      [String(order.id), '1', `Список ${mark}`, 'Выполнен', '01.12.2026', '100,00'],
    ]),
    { entity: 'order' },
  );
  expect((await rowsOf(found.id))[0]?.detail.changes.map(({ field }) => field)).toEqual(['status', 'due_day']);
  await applied(found.id);
  expect(await getOrderCard(ctx, order.id)).toMatchObject({
    order: { status: 'Completed', dueDay: '2026-12-01', totalMinor: 10_000 },
    lines: [{ product: 'Стол' }],
  });
  expect((await getClientCard(ctx, client)).totals.orders).toBe(1);
});

test('another client is named, several of one name are asked about, and the day stays', async () => {
  const twins = [await createClient(ctx, { company: `Близнец ${mark}` }), await createClient(ctx, { company: `Близнец ${mark}` })];
  const to = await createClient(ctx, { company: `Новый ${mark}` });
  const { order } = await createOrder(ctx, { client: twins[0]?.id ?? 0, items: [{ product: 'Стол', quantity: 1000, price: 100 }] });
  const row = (name: string, day = '') => [[String(order.id), '1', '', day, name, '', '', '', 'Стол', '', '1', '', '1', '', '']];
  const kindOf = async (name: string, day?: string) => (await rowsOf((await check(row(name, day), true)).id))[0];
  expect((await kindOf(`Близнец ${mark}`))?.kind, 'it has one of the two already').toBe('same');
  expect((await kindOf(`Никто ${mark}`))?.detail.problems).toMatchObject([{ field: 'client_name', rule: 'import_unknown_client_name' }]);
  expect((await kindOf(`Близнец ${mark}`, '01.01.2020'))?.detail.problems).toMatchObject([{ field: 'created_at', rule: 'import_created' }]);
  const moved = await check(row(`Новый ${mark}`), true);
  expect((await rowsOf(moved.id))[0]?.detail.changes).toMatchObject([{ field: 'client_name', file: `Новый ${mark} (№ ${to.id})` }]);
  await applied(moved.id);
  expect((await getOrderCard(ctx, order.id)).client.id).toBe(to.id);
  const several = await check([['X', '', `Близнец ${mark}`, '', '', '', 'Стол', '', '1', '', '1', '', '']]);
  expect((await rowsOf(several.id))[0]?.detail.problems).toMatchObject([
    { field: 'client_name', rule: 'import_client_several', params: { n: 2 } },
  ]);
});
