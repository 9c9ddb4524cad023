import type { Tx } from '@/db/engines/engine';
import { lastOrders, productSales, type SalesSince } from '@/db/queries/product-lists';

/** What a product has sold in the last 90 days; cancelled and deleted orders sell nothing. */
export interface ProductSales {
  orders: number;
  /** Thousandths. */
  quantityMilli: number;
  /** Kopecks. */
  totalMinor: number;
  /** The latest order that stands, whenever it was; UTC epoch ms. */
  lastOrder: { id: number; at: number } | null;
}

const noSales = { orders: 0, quantityMilli: 0, totalMinor: 0 };

/** Step: the sales of these products by their ids. */
export async function salesOf(tx: Tx, ids: number[], since: SalesSince): Promise<(id: number) => ProductSales> {
  const sales = new Map(ids.length > 0 ? (await productSales(tx, ids, since)).map(({ productId, ...row }) => [productId, row]) : []);
  const last = ids.length > 0 ? await lastOrders(tx, ids) : new Map<number, { id: number; at: number }>();
  return (id) => ({ ...(sales.get(id) ?? noSales), lastOrder: last.get(id) ?? null });
}
