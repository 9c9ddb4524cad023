import { beforeEach, expect, test } from 'vitest';
import { driveBulk } from '@/lib/bulk-runner';
import { ctxOf } from '@/lib/testing/people';
import { startBulk } from '../bulk/start-bulk';
import { addConnection } from '../connections/write-connection';
import { type Ctx, unit } from '../context';
import { createProduct } from '../products/create-product';
import { editProduct } from '../products/edit-product';
import { getProductCard } from '../products/get-product';
import { getStockByName } from '../products/get-stock';
import { listProducts } from '../products/list-products';
import { type ForeignGood, takeGoods } from './take-goods';

let admin: Ctx;
let ctx: Ctx;
let connectionId = 0;
let mark = '';
let n = 0;

beforeEach(async () => {
  admin = await ctxOf('admin');
  mark = `t${Date.now()}${n++}`;
  const input = { kind: '1c', name: '1С', topics: ['product.updated'], settings: {}, secrets: () => ({}) } as const;
  connectionId = (await unit(admin, (tx) => addConnection(tx, admin, input))).id;
  ctx = { ...admin, actor: { type: 'system', name: '1С' }, source: '1c', connectionId };
});

const take = (goods: ForeignGood[], create = true) => takeGoods(ctx, { connectionId, goods, create });
const known = () => listProducts(admin, { search: mark }, { sort: 'id', limit: 50 });
const good = (id: string, values: Partial<ForeignGood> = {}): ForeignGood => ({ remoteId: `${mark}-${id}`, ...values });

test('goods are made, found by article and by name, and the second time nothing changes', async () => {
  const bySku = await createProduct(admin, { name: `Стол ${mark}`, sku: `A-${mark}`, price: 100 });
  const byName = await createProduct(admin, { name: `Ёлка ${mark}` });
  const goods = [
    good('1', { name: `Стол письменный ${mark}`, sku: `A-${mark}`, unit: 'шт', price: 1500_00, vat_rate: 2000, deleted: false }),
    good('2', { name: `елка ${mark}`, price: 5_00 }),
    good('3', { name: `Новый ${mark}`, stock: [{ warehouse: 'Основной', quantityMilli: 2500 }] }),
    good('4', { name: `Убран ${mark}`, deleted: true }),
  ];
  const first = await take(goods);
  expect(first).toMatchObject({ created: 1, edited: 2, deleted: 0, unknown: 1, stock: 1, takenNames: [] });
  expect(await known()).toMatchObject([
    { id: bySku.id, name: `Стол письменный ${mark}`, priceMinor: 1500_00, vatRate: 2000 },
    { id: byName.id, name: `елка ${mark}`, priceMinor: 5_00 },
    { name: `Новый ${mark}` },
  ]);
  expect((await getStockByName(admin, [`Новый ${mark}`])).get(`Новый ${mark}`)?.quantityMilli).toBe(2500);
  expect(await take(goods)).toMatchObject({ created: 0, edited: 0, deleted: 0, restored: 0, groupId: null });

  const undo = await startBulk(admin, {
    entity: 'operation',
    selection: { group: first.groupId ?? 0 },
    action: { type: 'undo', conflicts: 'theirs' },
  });
  await driveBulk(admin.db, undo.id);
  expect(await known()).toMatchObject([
    { id: bySku.id, name: `Стол ${mark}`, priceMinor: 100 },
    { id: byName.id, name: `Ёлка ${mark}`, priceMinor: null },
  ]);
});

test('only what the other side has changed since is taken: what was changed here stays', async () => {
  await take([good('1', { name: `Стол ${mark}`, unit: 'шт', price: 100_00 })]);
  const [made] = await known();
  await editProduct(admin, { id: made?.id ?? 0, input: { price: 777_00 } });
  expect(await take([good('1', { name: `Стол ${mark}`, unit: 'уп', price: 100_00 })])).toMatchObject({ edited: 1 });
  expect(await known()).toMatchObject([{ unit: 'уп', priceMinor: 777_00 }]);
  expect(await take([good('1', { price: 120_00 })])).toMatchObject({ edited: 1 });
  expect(await known()).toMatchObject([{ unit: 'уп', priceMinor: 120_00 }]);
});

test('a deletion over there puts ours into the bin, and its return brings it back', async () => {
  await take([good('1', { name: `Стол ${mark}`, deleted: false })]);
  const [made] = await known();
  expect(await take([good('1', { deleted: true })])).toMatchObject({ deleted: 1 });
  expect((await getProductCard(admin, made?.id ?? 0)).product.deletedAt).not.toBeNull();
  expect(await take([good('1', { deleted: true })])).toMatchObject({ deleted: 0, groupId: null });
  expect(await take([good('1', { deleted: false })])).toMatchObject({ restored: 1 });
  expect(await known()).toHaveLength(1);
});

test('a name that is another product’s is told and left alone; without leave nothing is made', async () => {
  await createProduct(admin, { name: `Занято ${mark}` });
  await take([good('1', { name: `Стол ${mark}`, unit: 'шт' })]);
  const renamed = await take([good('1', { name: `Занято ${mark}`, unit: 'кг' })]);
  expect(renamed).toMatchObject({ edited: 1, takenNames: [`Занято ${mark}`] });
  expect(await known()).toMatchObject([{ name: `Занято ${mark}` }, { name: `Стол ${mark}`, unit: 'кг' }]);
  expect(await take([good('9', { name: `Чужой ${mark}` })], false)).toMatchObject({ created: 0, unknown: 1 });
});
