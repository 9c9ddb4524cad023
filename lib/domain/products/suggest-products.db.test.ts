import { beforeAll, expect, test } from 'vitest';
import { getEngine } from '@/db/client';
import { productNames, products } from '@/db/schema/products';
import { ctxOf } from '@/lib/testing/people';
import { createClient } from '../clients/create-client';
import { createOrder } from '../orders/create-order';
import { productKey } from './product-key';
import { matchProducts, suggestProducts } from './suggest-products';

let clientId = 0;

async function addProduct(name: string, priceMinor: number | null, sku = '', deletedAt: number | null = null): Promise<number> {
  const row = { version: 1, name, sku, unit: 'шт.', priceMinor, vatRate: 2000, createdAt: 1, updatedAt: 1, deletedAt };
  return getEngine().transaction(async (tx) => {
    const [{ id } = { id: 0 }] = await tx.insert(products).values(row).returning();
    await tx.insert(productNames).values({ key: productKey(name), productId: id });
    return id;
  });
}

beforeAll(async () => {
  const ctx = await ctxOf('manager');
  await addProduct('Стол письменный «Норд»', 1_490_000, 'СТ-1407');
  await addProduct('Настольная лампа', 239_000, 'ЛН-0033');
  await addProduct('Стол старый', 100, '', 5);
  await addProduct('Ёлка', null);
  clientId = (await createClient(ctx, { company: 'ООО «Вектор»' })).id;
  const items = (price: number) => [{ product: 'стол  письменный «норд»', quantity: 1000, price }];
  const at = (day: string) => ({ ...ctx, now: () => new Date(`${day}T10:00:00Z`) });
  await createOrder(at('2026-09-01'), { client: clientId, items: items(1_400_000) });
  await createOrder(at('2026-10-12'), { client: clientId, items: items(1_450_000) });
  await createOrder(at('2026-10-20'), { client: clientId, items: items(1), status: 'Cancelled' });
});

test('products hold every typed word, the ones that begin with it first, none from the bin', async () => {
  const ctx = await ctxOf('viewer');
  const found = await suggestProducts(ctx, { search: 'СТОЛ' });
  expect(found.map(({ product }) => product.name)).toEqual(['Стол письменный «Норд»', 'Настольная лампа']);
  expect((await suggestProducts(ctx, { search: 'норд стол' })).length).toBe(1);
  expect((await suggestProducts(ctx, { search: 'лн-00' })).map(({ product }) => product.sku)).toEqual(['ЛН-0033']);
  expect((await suggestProducts(ctx, { search: 'елка' })).length).toBe(1);
  expect((await suggestProducts(ctx, { search: 'cnjk' })).length).toBe(2);
  expect(await suggestProducts(ctx, { search: '  ' })).toEqual([]);
  expect(await suggestProducts(ctx, { search: '100%_' })).toEqual([]);
});

test('the client’s last price is that of his latest live order', async () => {
  const ctx = await ctxOf('viewer');
  const [table, lamp] = await suggestProducts(ctx, { search: 'стол', clientId });
  expect(table?.last).toEqual({ priceMinor: 1_450_000, day: '2026-10-12' });
  expect(lamp?.last).toBeNull();
});

test('many names are matched at once, exactly or by their words', async () => {
  const matched = await matchProducts(await ctxOf('viewer'), { names: ['ЁЛКА', 'лампа', 'Шкаф'], clientId });
  expect(matched.map(({ product }) => product?.product.name)).toEqual(['Ёлка', undefined, undefined]);
  expect(matched.map(({ similar }) => similar.map(({ product }) => product.name))).toEqual([[], ['Настольная лампа'], []]);
});
