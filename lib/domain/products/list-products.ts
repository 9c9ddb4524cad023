import { countProducts, listProductRows, productKeys } from '@/db/queries/product-lists';
import type { ProductRow } from '@/db/queries/products';
import type { Ctx } from '../context';
import { type ListPage, type PageOf, readPage } from '../list-page';
import { may } from '../permissions';
import { forgivingSearch } from '../search';
import { findProducts } from './find-products';
import type { ProductFilter } from './product-filter';
import { type ProductSales, salesOf } from './sales';
import type { ProductListSort, ProductSort } from './schema';

export interface ProductWalk {
  sort: ProductSort;
  descending?: boolean;
  /** Lowest id, for walking by id. */
  startId?: number;
  /** Rows to pass over. */
  offset?: number;
  limit: number;
}

/** Products of a filter as programs walk them: by id, or sorted and from an offset. */
export async function listProducts(ctx: Ctx, filter: ProductFilter, walk: ProductWalk): Promise<ProductRow[]> {
  may(ctx, 'product.read');
  const rows = await ctx.db.read(async (tx) => listProductRows(tx, { ...walk, ...(await findProducts(tx, ctx, filter)) }));
  return rows.map(({ product }) => product);
}

export interface ProductListPage extends ListPage<{ product: ProductRow; sales: ProductSales }> {
  /** All that match, not only this page. */
  count: number;
  /** The first of the days in which sales are counted. */
  since: string;
  /** What was looked for instead, because nothing was found. */
  shownFor: string | undefined;
}

/** A page of products with what each has sold and the count of all found, from one view of the data. */
export async function listProductPage(ctx: Ctx, filter: ProductFilter, page: PageOf<ProductListSort>): Promise<ProductListPage> {
  may(ctx, 'product.read');
  const { sort, descending, further } = page;
  return ctx.db.read((tx) =>
    forgivingSearch(filter.search, async (search) => {
      const found = await findProducts(tx, ctx, { ...filter, search });
      const list = await readPage(
        page,
        (what) => listProductRows(tx, { ...found, sort, descending, further, ...what }),
        (row) => productKeys({ sort, descending, further, since: found.since }, row),
      );
      const salesById = await salesOf(
        tx,
        list.rows.map(({ product }) => product.id),
        found.since,
      );
      const rows = list.rows.map(({ product }) => ({ product, sales: salesById(product.id) }));
      return { ...list, rows, count: await countProducts(tx, found), since: found.since.day };
    }),
  );
}
