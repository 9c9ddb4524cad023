import { findLinkByRemote } from '@/db/queries/links';
import type { StockFigure } from '@/db/queries/stock';
import type { Ctx } from '../context';

/** What the warehouses of the other side say, by our products; of those not linked nothing is known. */
export async function linksOfStock(
  ctx: Ctx,
  connectionId: number,
  stock: readonly { productId: string; warehouse: string; quantityMilli: number }[],
): Promise<StockFigure[]> {
  return ctx.db.read(async (tx) => {
    const rows: StockFigure[] = [];
    for (const { productId, warehouse, quantityMilli } of stock) {
      const link = await findLinkByRemote(tx, connectionId, 'product', productId);
      if (link) rows.push({ productId: link.localId, warehouse, quantityMilli });
    }
    return rows;
  });
}
