import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { orderLines } from '../schema/orders';
import { productNames, products } from '../schema/products';
import { inList } from './search';

export type ProductRow = typeof products.$inferSelect;
export type NewProductRow = Omit<ProductRow, 'id'>;

/** A product of the catalogue, also from the bin. */
export async function findProduct(tx: Tx, id: number): Promise<ProductRow | undefined> {
  return (await tx.select().from(products).where(eq(products.id, id)))[0];
}

/** These products by their ids, also from the bin. */
export async function productsByIds(tx: Tx, ids: readonly number[]): Promise<ProductRow[]> {
  return ids.length === 0 ? [] : tx.select().from(products).where(inList(products.id, ids));
}

/** Products with one of these articles, also from the bin, the oldest first. A catalogue is small: it is read through. */
export async function productsBySku(tx: Tx, skus: readonly string[]): Promise<ProductRow[]> {
  if (skus.length === 0) return [];
  return tx
    .select()
    .from(products)
    .where(inArray(products.sku, [...skus]))
    .orderBy(asc(products.id));
}

/** Names asked for in one statement, far below the parameters an engine takes. */
const namesAStatement = 500;

/** Which product goes or went by each of these compared names; unknown ones are left out. */
export async function productIdsOf(tx: Tx, keys: readonly string[]): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  for (let from = 0; from < keys.length; from += namesAStatement) {
    const some = keys.slice(from, from + namesAStatement);
    for (const { key, productId } of await tx.select().from(productNames).where(inArray(productNames.key, some))) ids.set(key, productId);
  }
  return ids;
}

/** A new product under its first name; undefined when the name belongs to another. */
export async function insertProduct(tx: Tx, key: string, row: NewProductRow): Promise<ProductRow | undefined> {
  const [product] = await tx.insert(products).values(row).returning();
  if (!product) throw new Error('an inserted product was not returned');
  if (await addProductName(tx, key, product.id)) return product;
  await tx.delete(products).where(eq(products.id, product.id));
  return undefined;
}

/** One more name of a product; false when it belongs to another already. */
export async function addProductName(tx: Tx, key: string, productId: number): Promise<boolean> {
  const added = await tx.insert(productNames).values({ key, productId }).onConflictDoNothing().returning({ key: productNames.key });
  return added.length === 1;
}

/** Every compared name of a product. */
export async function namesOfProduct(tx: Tx, productId: number): Promise<string[]> {
  const rows = await tx.select().from(productNames).where(eq(productNames.productId, productId)).orderBy(asc(productNames.key));
  return rows.map(({ key }) => key);
}

/** Writes a product unless it has changed since `row.version`; the new row, or undefined. */
export async function updateProduct(tx: Tx, row: ProductRow): Promise<ProductRow | undefined> {
  const { id, version, ...values } = row;
  const updated = await tx
    .update(products)
    .set({ ...values, version: version + 1 })
    .where(and(eq(products.id, id), eq(products.version, version)))
    .returning();
  return updated[0];
}

/** Lines that no product is known of yet, in the order of their orders. */
export function linesWithoutProduct(tx: Tx, limit: number) {
  return tx.select().from(orderLines).where(isNull(orderLines.productId)).orderBy(asc(orderLines.orderId)).limit(limit);
}

/** Tells lines which product they are of. */
export async function setProductOfLines(tx: Tx, lineIds: readonly number[], productId: number): Promise<void> {
  await tx
    .update(orderLines)
    .set({ productId })
    .where(and(inList(orderLines.id, lineIds), isNull(orderLines.productId)));
}

/** The next products by id, also from the bin. */
export function productsAfter(tx: Tx, after: number, limit: number): Promise<ProductRow[]> {
  return tx.select().from(products).where(gt(products.id, after)).orderBy(asc(products.id)).limit(limit);
}

/** Names that lead to no product: never in a whole database. */
export async function namesWithoutProduct(tx: Tx, limit: number): Promise<string[]> {
  const rows = await tx
    .select({ key: productNames.key })
    .from(productNames)
    .leftJoin(products, eq(products.id, productNames.productId))
    .where(isNull(products.id))
    .limit(limit);
  return rows.map(({ key }) => key);
}
