import { expect, test } from 'vitest';
import { replaceProductStock } from '@/db/queries/stock';
import { ctxOf } from '@/lib/testing/people';
import { addConnection } from '../connections/write-connection';
import { type Ctx, unit } from '../context';
import { createProduct } from './create-product';
import { getStock, getStockByName } from './get-stock';

async function warehouse(ctx: Ctx): Promise<number> {
  const input = { kind: '1c', name: 'Склад', topics: [], settings: {}, secrets: () => ({}) } as const;
  return (await unit(ctx, (tx) => addConnection(tx, ctx, input))).id;
}

test('stock is summed over warehouses and systems, and found by name in any spelling', async () => {
  const ctx = await ctxOf('admin');
  const mark = `${Date.now()}`;
  const [known, unknown] = [await createProduct(ctx, { name: `Стол ${mark}` }), await createProduct(ctx, { name: `Стул ${mark}` })];
  const [a, b] = [await warehouse(ctx), await warehouse(ctx)];
  const put = (connectionId: number, places: [string, number, number][]) =>
    ctx.db.transaction((tx) =>
      replaceProductStock(
        tx,
        { connectionId, productId: known.id },
        places.map(([place, quantityMilli, at]) => ({ warehouse: place, quantityMilli, at })),
      ),
    );
  await put(a, [['Основной', 9000, 1]]);
  await put(a, [
    ['Основной', 2500, 20],
    ['Дальний', 1000, 20],
  ]);
  await put(b, [['', 500, 10]]);
  const stock = await getStock(ctx, [known.id, known.id, unknown.id]);
  expect([...stock.keys()]).toEqual([known.id]);
  expect(stock.get(known.id)).toEqual({
    quantityMilli: 4000,
    at: 10,
    places: [
      { warehouse: 'Основной', quantityMilli: 2500 },
      { warehouse: 'Дальний', quantityMilli: 1000 },
      { warehouse: '', quantityMilli: 500 },
    ],
  });
  expect((await getStockByName(ctx, [`СТОЛ  ${mark}`, `Стул ${mark}`, 'никто'])).get(`СТОЛ  ${mark}`)?.quantityMilli).toBe(4000);
  await put(a, []);
  expect((await getStock(ctx, [known.id])).get(known.id)?.quantityMilli).toBe(500);
});
