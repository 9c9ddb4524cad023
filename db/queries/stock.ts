import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { connections } from '../schema/connections';
import { productStock } from '../schema/exchange';

export type StockRow = typeof productStock.$inferSelect;
/** What a warehouse system tells of one product in one place. */
export type StockFigure = Pick<StockRow, 'productId' | 'warehouse' | 'quantityMilli'>;

/** Ids in one statement: far below the parameters an engine takes. */
const idsAStatement = 500;

/** What live connections say is there, by product and warehouse. */
export async function stockOf(tx: Tx, productIds: readonly number[]): Promise<StockRow[]> {
  const rows: StockRow[] = [];
  for (let from = 0; from < productIds.length; from += idsAStatement) {
    const some = productIds.slice(from, from + idsAStatement);
    const found = await tx
      .select({ stock: productStock })
      .from(productStock)
      .innerJoin(connections, eq(connections.id, productStock.connectionId))
      .where(and(inArray(productStock.productId, some), isNull(connections.deletedAt)))
      .orderBy(asc(productStock.productId), asc(productStock.id));
    rows.push(...found.map(({ stock }) => stock));
  }
  return rows;
}

/** What one connection says about one product, in place of what it said before. */
export async function replaceProductStock(
  tx: Tx,
  { connectionId, productId }: Pick<StockRow, 'connectionId' | 'productId'>,
  places: readonly Pick<StockRow, 'warehouse' | 'quantityMilli' | 'at'>[],
): Promise<void> {
  await tx.delete(productStock).where(and(eq(productStock.connectionId, connectionId), eq(productStock.productId, productId)));
  if (places.length > 0) await tx.insert(productStock).values(places.map((place) => ({ connectionId, productId, ...place })));
}

/** Rows in one statement: far below the parameters an engine takes. */
const rowsAStatement = 100;

/** All that a warehouse system has (at UTC epoch ms), in place of what it had before. */
export async function replaceStock(tx: Tx, connectionId: number, at: number, rows: readonly StockFigure[]): Promise<void> {
  await tx.delete(productStock).where(eq(productStock.connectionId, connectionId));
  for (let from = 0; from < rows.length; from += rowsAStatement) {
    await tx.insert(productStock).values(rows.slice(from, from + rowsAStatement).map((row) => ({ ...row, connectionId, at })));
  }
}
