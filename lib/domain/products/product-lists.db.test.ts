import { beforeAll, describe, expect, test } from 'vitest';
import { systemCtx } from '@/lib/testing/people';
import { createClient } from '../clients/create-client';
import type { SortedBy } from '../list-page';
import { createOrder } from '../orders/create-order';
import { countProducts } from './count-products';
import { createProduct } from './create-product';
import { editProduct } from './edit-product';
import { listProductPage } from './list-products';
import { type ProductListSort, productListSorts } from './schema';

const ctx = systemCtx();

/** Few different values, so that every sorting has many equal keys. */
beforeAll(async () => {
  const { id: client } = await createClient(ctx, { company: 'Берег' });
  for (let n = 0; n < 30; n++)
    await createProduct(ctx, {
      name: `${['Стол', 'ёлка', 'Шкаф', 'Ель'][n % 4]} ${n}`,
      sku: ['', 'А-1', 'б-2'][n % 3] ?? '',
      unit: ['шт.', 'м', ''][n % 3] ?? '',
      price: [null, 10_000, 25_050, 0][n % 4] ?? null,
      vat_rate: [null, 0, 2200][n % 3] ?? null,
    });
  const { rows } = await listProductPage(ctx, {}, { sort: 'id', limit: 100 });
  for (const [at, quantity] of [1000, 2500, 1000, 4000, 2500].entries()) {
    const items = rows.slice(at * 3, at * 3 + 5).map(({ product }) => ({ product: product.name, quantity, price: 100 }));
    await createOrder(ctx, { client, items });
  }
});

type Sorting = SortedBy<ProductListSort>;

async function idsOf(sorting: Sorting, page: { limit: number; after?: string; before?: string }) {
  const found = await listProductPage(ctx, {}, { ...sorting, ...page });
  return { ...found, ids: found.rows.map(({ product }) => product.id) };
}

/** All pages forward, and the same ones backward from the last. */
async function expectWhole(sorting: Sorting): Promise<void> {
  const { ids: all } = await idsOf(sorting, { limit: 100 });
  const limit = 9;
  const pages: number[][] = [];
  let page = await idsOf(sorting, { limit });
  for (pages.push(page.ids); page.next; pages.push(page.ids)) page = await idsOf(sorting, { limit, after: page.next });
  expect(pages.flat(), JSON.stringify(sorting)).toEqual(all);
  for (let at = pages.length - 2; at >= 0; at--) {
    page = await idsOf(sorting, { limit, before: page.previous ?? '' });
    expect(page.ids, JSON.stringify(sorting)).toEqual(pages[at]);
  }
  expect(page.previous).toBeUndefined();
}

const directions = [
  [false, false],
  [false, true],
  [true, false],
  [true, true],
] as const;

describe.each(productListSorts)('by %s', (sort) => {
  test('in each direction every product once, there and back', async () => {
    const { ids } = await idsOf({ sort: 'id' }, { limit: 100 });
    for (const descending of [false, true]) {
      expect((await idsOf({ sort, descending }, { limit: 100 })).ids.sort((a, b) => a - b)).toEqual(ids);
      await expectWhole({ sort, descending });
    }
  });

  test('and then by every other column, in every pair of directions', async () => {
    for (const second of productListSorts.filter((other) => other !== sort))
      for (const [descending, then] of directions) await expectWhole({ sort, descending, further: [{ sort: second, descending: then }] });
  }, 60_000);
});

test('the second column orders what the first finds equal, each in its own direction', async () => {
  const page = {
    sort: 'vat_rate',
    descending: true,
    further: [{ sort: 'sold' }, { sort: 'price', descending: true }],
    limit: 100,
  } as const;
  const { rows } = await listProductPage(ctx, {}, page);
  const keys = rows.map(({ product, sales }) => [-(product.vatRate ?? -1), sales.quantityMilli, -(product.priceMinor ?? -1)]);
  const sorted = [...keys].sort((a, b) => a.map((value, at) => value - (b[at] ?? 0)).find((difference) => difference !== 0) ?? 0);
  expect(keys).toEqual(sorted);
  expect(new Set(keys.map(String)).size).toBeGreaterThan(8);
});

test('names are sorted without regard to case and ё', async () => {
  const { rows } = await listProductPage(ctx, {}, { sort: 'name', limit: 100 });
  const first = rows.map(({ product }) => product.name.split(' ')[0]);
  expect([...new Set(first)]).toEqual(['ёлка', 'Ель', 'Стол', 'Шкаф']);
});

test('a place of other columns or another order leads to the beginning', async () => {
  const sorting: Sorting = { sort: 'unit', further: [{ sort: 'price' }] };
  const { next = '' } = await idsOf(sorting, { limit: 5 });
  for (const other of [{ sort: 'unit' }, { ...sorting, descending: true }, { sort: 'unit', further: [{ sort: 'vat_rate' }] }] as Sorting[])
    expect((await idsOf(other, { limit: 5, after: next })).ids).toEqual((await idsOf(other, { limit: 5 })).ids);
});

test('both conditions or one of them; counts end where they are capped', async () => {
  const both = { without_price: true, unsold: true } as const;
  const count = async (filter: Parameters<typeof countProducts>[1]) => (await countProducts(ctx, filter, 100)) ?? Number.NaN;
  const [all, any] = [await count(both), await count({ ...both, match: 'any' })];
  expect(all + any).toBe((await count({ without_price: true })) + (await count({ unsold: true })));
  expect([all > 0, any > all, any < 30]).toEqual([true, true, true]);
  expect(await count({ ...both, match: 'any', search: 'стол' })).toBeLessThan(any);
  expect(await countProducts(ctx, { match: 'any' }, 30)).toBe(30);
  expect(await countProducts(ctx, {}, 29)).toBeUndefined();
});

test('an edit moves a product to the top of what changed last', async () => {
  const [last = 0] = (await idsOf({ sort: 'updated_at' }, { limit: 1 })).ids;
  await editProduct({ ...ctx, now: () => new Date('2030-01-01T00:00:00Z') }, { id: last, input: { sku: 'Я-9' } });
  expect((await idsOf({ sort: 'updated_at', descending: true }, { limit: 1 })).ids).toEqual([last]);
});
