import { hrefWith, pageSize, sortingOf } from '@/components/data-table/list-url';
import type { PageOf } from '@/lib/domain/list-page';
import { type ProductFilter, productFilterFields } from '@/lib/domain/products/product-filter';
import { type ProductSort, productSorts } from '@/lib/domain/products/schema';
import { type FilterParams, readFilter, type SearchParams } from '@/lib/entry/filter-params';

export interface ProductListUrl {
  params: FilterParams;
  filter: ProductFilter;
  page: PageOf<ProductSort>;
}

const own = { sort: 'name', descending: false } as const;

function single(given: string | string[] | undefined): string | undefined {
  return [given].flat()[0];
}

/** The products list's address: filter, sorting and place. What makes no sense is left out. */
export function readProductListUrl(given: SearchParams): ProductListUrl {
  const { filter, params } = readFilter(productFilterFields, given);
  const sorting = sortingOf(single(given.sort), productSorts, own);
  const sort = sorting === own ? undefined : single(given.sort);
  const place = { after: single(given.after), before: single(given.before) };
  return { params: { ...params, sort }, filter, page: { ...sorting, ...place, limit: pageSize } };
}

export function productListHref({ params }: Pick<ProductListUrl, 'params'>, changed: FilterParams): string {
  return hrefWith('/products', { ...params, ...changed });
}

/** Whether anything but the sorting is set. */
export function isFiltered({ params: { sort: _, ...filter } }: Pick<ProductListUrl, 'params'>): boolean {
  return Object.values(filter).some((value) => value !== undefined);
}

/** The orders behind a product's sales: those that count, since the day the counting begins. */
export function soldOrdersHref(id: number, since: string): string {
  return hrefWith('/orders', { product_id: String(id), from: since, status: 'Pending,Completed' });
}
