import type { Tx } from '@/db/engines/engine';
import { productIdsOf } from '@/db/queries/products';
import { stockOf } from '@/db/queries/stock';
import type { Ctx } from '../context';
import { may } from '../permissions';
import { productKey } from './product-key';

/** What is there of a product, as warehouse systems say. */
export interface Stock {
  /** Thousandths, over all warehouses. */
  quantityMilli: number;
  /** When the oldest of the figures was told, UTC epoch ms. */
  at: number;
  places: { warehouse: string; quantityMilli: number }[];
}

async function stockById(tx: Tx, productIds: readonly number[]): Promise<Map<number, Stock>> {
  const stock = new Map<number, Stock>();
  for (const { productId, warehouse, quantityMilli, at } of await stockOf(tx, productIds)) {
    const known = stock.get(productId) ?? { quantityMilli: 0, at, places: [] };
    stock.set(productId, {
      quantityMilli: known.quantityMilli + quantityMilli,
      at: Math.min(known.at, at),
      places: [...known.places, { warehouse, quantityMilli }],
    });
  }
  return stock;
}

/** The stock of products by their numbers; one that no system tells of is not in it. */
export async function getStock(ctx: Ctx, productIds: readonly number[]): Promise<Map<number, Stock>> {
  may(ctx, 'product.read');
  return ctx.db.read((tx) => stockById(tx, [...new Set(productIds)]));
}

/** The same by the names that stand in lines. */
export async function getStockByName(ctx: Ctx, names: readonly string[]): Promise<Map<string, Stock>> {
  may(ctx, 'product.read');
  return ctx.db.read(async (tx) => {
    const ids = await productIdsOf(tx, [...new Set(names.map(productKey))]);
    const stock = await stockById(tx, [...new Set(ids.values())]);
    return new Map(
      names.flatMap((name) => {
        const found = stock.get(ids.get(productKey(name)) ?? 0);
        return found ? [[name, found] as const] : [];
      }),
    );
  });
}
