import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { namesOfProduct } from '@/db/queries/products';
import { orderLines } from '@/db/schema/orders';
import { productNames, products } from '@/db/schema/products';
import { systemCtx } from '@/lib/testing/people';
import { createClient } from '../clients/create-client';
import type { Ctx } from '../context';
import { isDomainError } from '../errors';
import { listChanges } from '../history/list-changes';
import { createOrder } from '../orders/create-order';
import { deleteOrder } from '../orders/delete-order';
import { editOrder } from '../orders/edit-order';
import { listOrderPage } from '../orders/list-orders';
import { previewUndo, undoOperation } from '../undo/undo-operation';
import { verifyDatabase } from '../verify/verify-database';
import { createProduct } from './create-product';
import { deleteProduct } from './delete-product';
import { editProduct } from './edit-product';
import { fillProducts } from './fill-products';
import { getProduct, getProductCard } from './get-product';
import { listProductPage, listProducts } from './list-products';
import { restoreProduct } from './restore-product';

const ctx = systemCtx();
let client = 0;

beforeAll(async () => {
  client = (await createClient(ctx, { company: 'Берег' })).id;
});

const item = (product: string, price = 10_000) => ({ product, quantity: 2000, price, sku: 'А-1', unit: 'шт.', vat_rate: 2200 });

async function order(names: string[], at: Ctx = ctx) {
  return createOrder(at, { client, items: names.map((name) => item(name)) });
}

async function productNamed(name: string) {
  const [found] = (await listProducts(ctx, { search: name }, { sort: 'name', limit: 10 })).filter((product) => product.name === name);
  if (!found) throw new Error(`no product ${name}`);
  return found;
}

async function lastOperation(): Promise<number> {
  for (let after: string | undefined; ; ) {
    const page = await listChanges(ctx, { limit: 1000, after });
    if (!page.more) return page.changes.at(-1)?.operation.id ?? 0;
    after = page.next;
  }
}

async function refusal(call: Promise<unknown>) {
  try {
    await call;
    return undefined;
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return { code: error.code, ...error.details };
  }
}

const problems = async () => (await verifyDatabase(ctx.db)).problems;

describe('the catalogue grows from lines', () => {
  test('each new name once, with what the line says, however it is spelled later', async () => {
    const first = await order(['Ёлка  живая', 'Гирлянда']);
    const again = await order(['ЕЛКА ЖИВАЯ', 'гирлянда']);
    const tree = await productNamed('Ёлка  живая');
    expect(tree).toMatchObject({ version: 1, sku: 'А-1', unit: 'шт.', priceMinor: 10_000, vatRate: 2200 });
    expect(first.lines.map((line) => line.productId)).toEqual(again.lines.map((line) => line.productId));
    expect(first.lines[0]?.productId).toBe(tree.id);
    expect(await problems()).toEqual([]);
  });

  test('an edit of an order brings new products and writes no entry for them; a later price changes nothing', async () => {
    const { order: taken } = await order(['Верстак']);
    const before = await lastOperation();
    await editOrder(ctx, { id: taken.id, input: { items: [item('Верстак', 77_700), item('Тиски')] } });
    expect((await productNamed('Верстак')).priceMinor).toBe(10_000);
    expect((await productNamed('Тиски')).version).toBe(1);
    const { changes } = await listChanges(ctx, { limit: 1000, entity: 'product' });
    expect(changes).toEqual([]);
    expect(await lastOperation()).toBeGreaterThan(before);
  });

  test('parallel writers of the same new names make one product each and never deadlock', async () => {
    const names = ['Абажур', 'Багет', 'Ваза', 'Гардина', 'Дюбель'];
    const orders = await Promise.all(Array.from({ length: 12 }, (_, n) => order(n % 2 ? names : [...names].reverse())));
    const ids = new Set(orders.flatMap(({ lines }) => lines.map((line) => line.productId)));
    expect(ids.size).toBe(names.length);
    expect(await problems()).toEqual([]);
  });

  test('a gift brings a product without a price', async () => {
    await createOrder(ctx, { client, items: [item('Подарок', 0)] });
    expect((await productNamed('Подарок')).priceMinor).toBeNull();
    const { rows } = await listProductPage(ctx, { without_price: true }, { sort: 'name', limit: 50 });
    expect(rows.map(({ product }) => product.name)).toEqual(['Подарок']);
  });
});

describe('edits by hand', () => {
  test('the first edit of a grown product is version 2, with the old values; old lines keep finding it after a renaming', async () => {
    const { lines } = await order(['Стеллаж']);
    const grown = await productNamed('Стеллаж');
    await editProduct(ctx, { id: grown.id, input: { name: 'Стеллаж «Север»', price: 12_345 }, expectedVersion: 1 });
    const { changes } = await listChanges(ctx, { limit: 10, entity: 'product', id: grown.id });
    expect(changes[0]?.change).toMatchObject({ action: 'update', versionBefore: 1, versionAfter: 2 });
    expect(changes[0]?.fields).toEqual({
      name: { old: 'Стеллаж', new: 'Стеллаж «Север»' },
      price: { old: '100.00', new: '123.45' },
    });
    const later = await order(['стеллаж', 'Стеллаж «север»']);
    expect(later.lines.map((line) => line.productId)).toEqual([grown.id, grown.id]);
    expect(lines[0]).toMatchObject({ product: 'Стеллаж', priceMinor: 10_000 });
    expect((await getProductCard(ctx, grown.id)).formerNames).toEqual(['стеллаж']);
    expect(await refusal(editProduct(ctx, { id: grown.id, input: { sku: 'x' }, expectedVersion: 1 }))).toMatchObject({
      code: 'stale_version',
    });
    expect(await problems()).toEqual([]);
  });

  test('a name belongs to one product for ever, also from the bin', async () => {
    const lamp = await createProduct(ctx, { name: 'Лампа «Луч»', price: 239_000 });
    const other = await createProduct(ctx, { name: 'Торшер' });
    const taken = (rule: string) => ({
      code: 'validation',
      id: lamp.id,
      fields: { name: [{ rule, values: { id: String(lamp.id), name: 'Лампа «Луч»' } }] },
    });
    expect(await refusal(createProduct(ctx, { name: ' лампа  «луч»' }))).toEqual(taken('product_taken'));
    expect(await refusal(editProduct(ctx, { id: other.id, input: { name: 'ЛАМПА «ЛУЧ»' } }))).toEqual(taken('product_taken'));
    await deleteProduct(ctx, { id: lamp.id });
    expect(await refusal(createProduct(ctx, { name: 'Лампа «Луч»' }))).toEqual(taken('product_taken_binned'));

    const { lines } = await order(['Лампа «Луч»']);
    expect(lines[0]?.productId).toBe(lamp.id);
    expect(await refusal(getProduct(ctx, lamp.id))).toMatchObject({ code: 'not_found' });
    await restoreProduct(ctx, lamp.id);
    expect(await getProduct(ctx, lamp.id)).toMatchObject({ priceMinor: 239_000, deletedAt: null, version: 3 });
    expect(await problems()).toEqual([]);
  });

  test('every operation is taken back, and the taking back too', async () => {
    await order(['Комод']);
    const { id } = await productNamed('Комод');
    const now = async () => {
      const { product } = await getProductCard(ctx, id);
      return { name: product.name, price: product.priceMinor, vat: product.vatRate, deleted: product.deletedAt !== null };
    };
    const before = await now();
    for (const step of [
      () => editProduct(ctx, { id, input: { name: 'Комод большой', price: null, vat_rate: null } }),
      () => deleteProduct(ctx, { id }),
    ]) {
      await step();
      const after = await now();
      expect(after).not.toEqual(before);
      await undoOperation(ctx, await lastOperation());
      expect(await now()).toEqual(before);
      await undoOperation(ctx, await lastOperation());
      expect(await now()).toEqual(after);
      await undoOperation(ctx, await lastOperation());
    }
    const made = await createProduct(ctx, { name: 'Пуф' });
    const operation = await lastOperation();
    expect((await previewUndo(ctx, operation)).steps).toMatchObject([{ entity: 'product', entityId: made.id, action: 'delete' }]);
    await undoOperation(ctx, operation);
    expect((await getProductCard(ctx, made.id)).product.deletedAt).not.toBeNull();
    expect(await problems()).toEqual([]);
  });

  test('a value changed since is a conflict', async () => {
    const { id } = await createProduct(ctx, { name: 'Банкетка', price: 100 });
    await editProduct(ctx, { id, input: { price: 200 } });
    const operation = await lastOperation();
    await editProduct(ctx, { id, input: { price: 300 } });
    expect(await refusal(undoOperation(ctx, operation))).toMatchObject({ code: 'undo_conflict' });
  });
});

describe('lists and figures', () => {
  const at = (day: string): Ctx => ({ ...ctx, now: () => new Date(`${day}T12:00:00Z`) });
  const today = at('2026-11-23');

  test('sales of 90 days without cancelled and deleted orders; the orders behind them are found by the product', async () => {
    const old = await order(['Шкаф'], at('2026-08-01'));
    const sold = await order(['Шкаф', 'Полка'], at('2026-11-01'));
    const cancelled = await order(['Шкаф'], at('2026-11-02'));
    await editOrder(at('2026-11-02'), { id: cancelled.order.id, input: { status: 'Cancelled' } });
    const deleted = await order(['Шкаф'], at('2026-11-03'));
    await deleteOrder(at('2026-11-03'), { id: deleted.order.id });
    const { id } = await productNamed('Шкаф');
    const { sales, since } = await getProductCard(today, id);
    expect(since).toBe('2026-08-26');
    expect(sales).toMatchObject({ orders: 1, quantityMilli: 2000, totalMinor: 20_000, lastOrder: { id: cancelled.order.id } });
    const found = await listOrderPage(today, { product_id: id }, { sort: 'id', limit: 10 });
    expect(found.rows.map((row) => row.order.id)).toEqual([old.order.id, sold.order.id, cancelled.order.id]);
    expect(found.count).toBe(3);
    const behind = { product_id: id, from: since, status: ['Pending' as const, 'Completed' as const] };
    const counted = await listOrderPage(today, behind, { sort: 'id', limit: 10 });
    expect(counted.rows.map((row) => row.order.id)).toEqual([sold.order.id]);
    const either = await listOrderPage(today, { product_id: id, from: '2027-01-01', match: 'any' }, { sort: 'id', limit: 10 });
    expect(either.count).toBe(3);
  });

  test('what has not sold for 90 days', async () => {
    await order(['Патефон'], at('2026-05-01'));
    const { rows } = await listProductPage(today, { unsold: true, search: 'пате' }, { sort: 'name', limit: 10 });
    expect(rows.map(({ product }) => product.name)).toEqual(['Патефон']);
    expect((await listProductPage(today, { unsold: true, search: 'шкаф' }, { sort: 'name', limit: 10 })).rows).toEqual([]);
  });

  test('a search finds names, former names and articles, also in the wrong layout', async () => {
    const { id } = await createProduct(ctx, { name: 'Кушетка', sku: 'КШ-77' });
    await editProduct(ctx, { id, input: { name: 'Софа' } });
    for (const search of ['софа', 'КУШЕТ', 'кш-77', 'cjaf'])
      expect((await listProductPage(ctx, { search }, { sort: 'name', limit: 10 })).rows.map(({ product }) => product.id)).toContain(id);
    expect((await listProductPage(ctx, { search: 'cjaf' }, { sort: 'name', limit: 10 })).shownFor).toBe('софа');
  });
});

test('an older database is filled in small steps; a stop in between loses nothing', async () => {
  await order(Array.from({ length: 150 }, (_, n) => `Деталь ${n % 40}`));
  await ctx.db.transaction(async (tx) => {
    await tx.update(orderLines).set({ productId: null });
    await tx.delete(productNames);
    await tx.delete(products);
  });
  let steps = 1;
  while (await fillProducts(ctx.db, new Date())) steps += 1;
  expect(steps).toBeGreaterThan(2);
  const lines = await ctx.db.read((tx) => tx.select().from(orderLines));
  expect(lines.filter(({ productId }) => productId === null)).toEqual([]);
  const { id } = await productNamed('Деталь 0');
  expect(await ctx.db.read((tx) => namesOfProduct(tx, id))).toEqual(['деталь 0']);
  expect((await problems()).filter((problem) => !/ is in the journal, but is no more$/.test(problem))).toEqual([]);
});

test('verify tells a line of another product, a name that leads astray and a value nobody wrote', async () => {
  const { lines } = await order(['Зонт']);
  const { id } = await createProduct(ctx, { name: 'Чехол', price: 500 });
  await ctx.db.transaction(async (tx) => {
    await tx
      .update(orderLines)
      .set({ productId: id })
      .where(eq(orderLines.id, lines[0]?.id ?? 0));
    await tx.update(products).set({ priceMinor: 1, name: 'Футляр' }).where(eq(products.id, id));
  });
  const found = (await problems()).join('\n');
  expect(found).toContain('its product is not the one of its name');
  expect(found).toContain(`product ${id} is not as the journal left it: name, price`);
  expect(found).toContain(`product ${id}: its name does not lead to it`);
});
