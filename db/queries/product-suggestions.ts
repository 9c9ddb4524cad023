import { and, asc, desc, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import { folded } from '../dialect/fold';
import { contains } from '../dialect/like';
import type { Tx } from '../engines/engine';
import { orderLines, orders } from '../schema/orders';
import { productNames, products } from '../schema/products';

export type ProductRow = typeof products.$inferSelect;

/** Live products with a name, old or new, or an article that holds every normalised word; by name, each once. */
export async function productsHolding(tx: Tx, words: readonly string[], limit: number): Promise<ProductRow[]> {
  const byName = (word: string) =>
    sql`exists (select 1 from ${productNames} where ${productNames.productId} = ${products.id} and ${contains(productNames.key, word)})`;
  return tx
    .select()
    .from(products)
    .where(and(isNull(products.deletedAt), ...words.map((word) => or(byName(word), contains(folded(products.sku), word)))))
    .orderBy(asc(products.name), asc(products.id))
    .limit(limit);
}

/** Live products by the keys of their names. */
export async function productsNamed(tx: Tx, keys: readonly string[]): Promise<{ key: string; product: ProductRow }[]> {
  if (keys.length === 0) return [];
  return tx
    .select({ key: productNames.key, product: products })
    .from(productNames)
    .innerJoin(products, eq(products.id, productNames.productId))
    .where(and(inArray(productNames.key, [...keys]), isNull(products.deletedAt)));
}

/** What a line of an order said about a product. */
export interface SoldLine {
  productId: number | null;
  product: string;
  priceMinor: number;
  /** Business day of the order. */
  day: string;
}

/** How far back a client's lines are looked through. */
const recent = 2000;

/** The latest lines of a client's live orders, newest first. */
export function linesSoldTo(tx: Tx, clientId: number): Promise<SoldLine[]> {
  return tx
    .select({ productId: orderLines.productId, product: orderLines.product, priceMinor: orderLines.priceMinor, day: orders.businessDay })
    .from(orders)
    .innerJoin(orderLines, eq(orderLines.orderId, orders.id))
    .where(and(eq(orders.clientId, clientId), isNull(orders.deletedAt), ne(orders.status, 'Cancelled')))
    .orderBy(desc(orders.id), asc(orderLines.position))
    .limit(recent);
}
