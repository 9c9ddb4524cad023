import { lastLines } from '@/db/queries/order-cards';
import type { Ctx } from '../context';
import { may } from '../permissions';

/** What a client paid last for a product. */
export interface PreviousPrice {
  /** Kopecks. */
  priceMinor: number;
  orderId: number;
  /** UTC epoch ms. */
  createdAt: number;
}

export interface PreviousPrices {
  clientId: number;
  /** Names as they stand in lines. */
  products: readonly string[];
  /** Only orders before this one; absent: all. */
  before?: { createdAt: number; id: number };
}

/** The prices of a client's latest live orders, by product name; a product that he never had is not in it. */
export async function previousPrices(ctx: Ctx, { clientId, products, before }: PreviousPrices): Promise<Map<string, PreviousPrice>> {
  may(ctx, 'order.read');
  const names = [...new Set(products)];
  if (names.length === 0) return new Map();
  const rows = await ctx.db.read((tx) => lastLines(tx, { clientId, products: names, before }));
  return new Map(rows.map(({ product, ...price }) => [product, price]));
}
