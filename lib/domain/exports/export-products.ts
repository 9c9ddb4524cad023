import type { Tx } from '@/db/engines/engine';
import { countProducts, listProductRows, type ProductRowFilter, sortedProductIds } from '@/db/queries/product-lists';
import { type ProductRow, productsByIds } from '@/db/queries/products';
import type { Ctx } from '../context';
import { may } from '../permissions';
import { findProducts } from '../products/find-products';
import type { ProductFilter } from '../products/product-filter';
import { type ProductSales, salesOf } from '../products/sales';
import type { ProductListSort } from '../products/schema';
import { forgivingSearch } from '../search';
import { type Exported, inOrder, openExport } from './open-export';
import type { ExportWish } from './schema';

export interface ExportedProduct {
  product: ProductRow;
  sales: ProductSales;
}

type ProductWish = ExportWish<ProductFilter, ProductListSort>;

async function findMeant(tx: Tx, ctx: Ctx, { filter, ids }: ProductWish): Promise<{ found: ProductRowFilter; meant: string | undefined }> {
  if (ids) return { found: { ...(await findProducts(tx, ctx, { deleted: filter.deleted })), candidates: ids }, meant: undefined };
  const { found, shownFor } = await forgivingSearch(filter.search, async (search) => {
    const found = await findProducts(tx, ctx, { ...filter, search });
    const rows = filter.search ? await listProductRows(tx, { ...found, sort: 'id', limit: 1 }) : [];
    return { found, rows, passed: 0 };
  });
  return { found, meant: shownFor };
}

async function* productBlocks(tx: Tx, found: ProductRowFilter, { sorting }: ProductWish): AsyncGenerator<ExportedProduct[]> {
  const read = async (some: readonly number[]) => {
    const salesById = await salesOf(tx, [...some], found.since);
    return (await productsByIds(tx, some)).map((product) => ({ product, sales: salesById(product.id) }));
  };
  yield* inOrder(await sortedProductIds(tx, { ...found, ...sorting }), read, ({ product }) => product.id);
}

/** The products of a filter, or those named, with what each has sold, as they stand at one moment. */
export async function exportProducts(ctx: Ctx, wish: ProductWish): Promise<Exported<ExportedProduct>> {
  may(ctx, 'product.read');
  return openExport(ctx.db, async (tx) => {
    const { found, meant } = await findMeant(tx, ctx, wish);
    return { count: await countProducts(tx, found), meant, blocks: productBlocks(tx, found, wish) };
  });
}
