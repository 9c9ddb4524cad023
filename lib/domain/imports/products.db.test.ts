import { beforeEach, expect, test } from 'vitest';
import { driveBulk } from '@/lib/bulk-runner';
import { driveImport } from '@/lib/import-runner';
import { checkedImport, csvOf } from '@/lib/testing/imports';
import { ctxOf } from '@/lib/testing/people';
import { startBulk } from '../bulk/start-bulk';
import type { Ctx } from '../context';
import { createProduct } from '../products/create-product';
import { deleteProduct } from '../products/delete-product';
import { editProduct } from '../products/edit-product';
import { getProduct } from '../products/get-product';
import { listProducts } from '../products/list-products';
import { verifyDatabase } from '../verify/verify-database';
import { applyImport } from './apply-import';
import { chooseRow } from './fix-row';
import { getImport } from './get-import';
import { listImportRows } from './list-rows';

let ctx: Ctx;
let mark = '';
let n = 0;

beforeEach(async () => {
  ctx = await ctxOf('manager');
  mark = `p${Date.now()}${n++}`;
});

const header = ['Наименование', 'Артикул', 'Ед.', 'Цена', 'Ставка НДС'];
const check = (rows: string[][], own = false) =>
  checkedImport(ctx, csvOf([own ? ['ID', 'Версия', ...header] : header, ...rows]), { entity: 'product', fileName: 'товары.csv' });
const rowsOf = (id: number) => listImportRows(ctx, id, { after: 0, limit: 100 });
const known = async () => await listProducts(ctx, { search: mark }, { sort: 'id', limit: 50 });

async function applied(id: number) {
  await applyImport(ctx, id);
  await driveImport(ctx.db, id);
  return getImport(ctx, id);
}

test('a catalogue comes in by article and by name, and goes again as one', async () => {
  const bySku = await createProduct(ctx, { name: `Стол ${mark}`, sku: `0${mark}`, price: 100 });
  const byName = await createProduct(ctx, { name: `Ёлка ${mark}`, price: 100 });
  const binned = await createProduct(ctx, { name: `Убран ${mark}`, price: 100 });
  await deleteProduct(ctx, { id: binned.id });
  const found = await check([
    [`Стол ${mark}`, `0${mark}`, 'шт.', '1 234,50', '20%'],
    [`елка  ${mark}`, '', '', '5', ''],
    [`Новый ${mark}`, '007', 'кг', '0,5 ₽', 'без НДС'],
    [`Новый ${mark}`, '008', '', '', ''],
    [`Убран ${mark}`, '', '', '7', ''],
    ['', 'без имени', '', '1', ''],
    [`Дорого ${mark}`, '', '', 'дорого', 'много'],
  ]);
  const rows = await rowsOf(found.id);
  expect(rows.map(({ kind, recordId }) => [kind, recordId])).toEqual([
    ['changed', bySku.id],
    ['changed', byName.id],
    ['new', null],
    ['duplicate', null],
    ['binned', binned.id],
    ['error', null],
    ['error', null],
  ]);
  expect(rows[0]?.detail.changes).toEqual([
    { field: 'unit', now: '', file: 'шт.' },
    { field: 'price', now: '1.00', file: '1234.50' },
    { field: 'vat_rate', now: '', file: '20 %' },
  ]);
  expect(rows[6]?.detail.problems.map(({ field, rule }) => [field, rule])).toEqual([
    ['price', 'money'],
    ['vat_rate', 'import_vat'],
  ]);
  await chooseRow(ctx, rows[4]?.id ?? 0, { action: 'restore' });
  const done = await applied(found.id);
  expect(done).toMatchObject({ applied: 4, refused: 0 });
  expect(await known()).toMatchObject([
    { id: bySku.id, unit: 'шт.', priceMinor: 123_450, vatRate: 2000 },
    { id: byName.id, name: `Ёлка ${mark}`, priceMinor: 500 },
    { id: binned.id, priceMinor: 700, deletedAt: null },
    { name: `Новый ${mark}`, sku: '007', unit: 'кг', priceMinor: 50, vatRate: null },
  ]);
  const run = await startBulk(ctx, {
    entity: 'operation',
    selection: { group: done.groupId ?? 0 },
    action: { type: 'undo', conflicts: 'theirs' },
  });
  await driveBulk(ctx.db, run.id);
  expect(await known()).toMatchObject([
    { id: bySku.id, unit: '', priceMinor: 100, vatRate: null },
    { id: byName.id, name: `Ёлка ${mark}`, priceMinor: 100 },
  ]);
  expect((await verifyDatabase(ctx.db)).problems).toEqual([]);
});

test('an edited download changes what was edited, and a name that is another’s is refused', async () => {
  const [a, b] = [
    await createProduct(ctx, { name: `А ${mark}`, unit: 'шт.', price: 100 }),
    await createProduct(ctx, { name: `Б ${mark}`, price: 100 }),
  ];
  await editProduct(ctx, { id: a.id, input: { price: 200 } });
  const found = await check(
    [
      [String(a.id), '1', `А ${mark}`, '', '', '1,00', ''],
      [String(b.id), '1', `А ${mark}`, '', '', '3,00', ''],
    ],
    true,
  );
  const rows = await rowsOf(found.id);
  expect(rows[0]?.detail.changes, 'the price that somebody else has set stays').toEqual([{ field: 'unit', now: 'шт.', file: '' }]);
  expect(rows[1]).toMatchObject({ kind: 'error', detail: { problems: [{ field: 'name', rule: 'product_taken' }] } });
  await applied(found.id);
  expect(await getProduct(ctx, a.id)).toMatchObject({ unit: '', priceMinor: 200 });
  expect(await getProduct(ctx, b.id)).toMatchObject({ name: `Б ${mark}`, priceMinor: 100 });
});
