import type { Tx } from '@/db/engines/engine';
import type { OrderLineRow } from '@/db/queries/orders';
import { insertProduct, type NewProductRow, productIdsOf } from '@/db/queries/products';
import { productKey } from './product-key';

/** What a line tells of its product. */
export type NamedLine = Pick<OrderLineRow, 'product' | 'sku' | 'unit' | 'priceMinor' | 'vatRate'>;

/** The product that a line of an unknown name brings (UTC epoch ms). What costs nothing in an order has no price yet. */
export function grownProduct({ product, sku, unit, priceMinor, vatRate }: NamedLine, at: number): NewProductRow {
  return { version: 1, name: product, sku, unit, priceMinor: priceMinor || null, vatRate, createdAt: at, updatedAt: at, deletedAt: null };
}

/** In the order of the names, so that writers of the same new names wait for each other in one direction. */
async function growUnknown(tx: Tx, known: Map<string, number>, unknown: Map<string, NamedLine>, at: number): Promise<void> {
  const taken: string[] = [];
  for (const [key, line] of [...unknown].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const product = await insertProduct(tx, key, grownProduct(line, at));
    if (product) known.set(key, product.id);
    else taken.push(key);
  }
  for (const [key, id] of await productIdsOf(tx, taken)) known.set(key, id);
}

/**
 * Step: lines with the products of the catalogue that go by their names; unknown names become products. Derived from the lines
 * as searched texts are, so the journal does not tell it. A product in the bin stays there.
 */
export async function withProducts<L extends NamedLine>(
  tx: Tx,
  lines: readonly L[],
  at: number,
): Promise<(L & Pick<OrderLineRow, 'productId'>)[]> {
  const keys = lines.map(({ product }) => productKey(product));
  const known = await productIdsOf(tx, [...new Set(keys)]);
  const unknown = new Map<string, NamedLine>();
  for (const [n, line] of lines.entries()) {
    const key = keys[n] ?? '';
    if (!known.has(key) && !unknown.has(key)) unknown.set(key, line);
  }
  if (unknown.size > 0) await growUnknown(tx, known, unknown, at);
  return lines.map((line, n) => ({ ...line, productId: known.get(keys[n] ?? '') ?? null }));
}
