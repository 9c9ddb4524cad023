import { hrefWith, type ListUrl, readListUrl } from '@/components/data-table/list-url';
import { type ProductFilter, productFilterFields } from '@/lib/domain/products/product-filter';
import { type ProductListSort, productListSorts } from '@/lib/domain/products/schema';
import type { SearchParams } from '@/lib/entry/filter-params';

export type ProductListUrl = ListUrl<ProductFilter, ProductListSort>;

const productList = {
  path: '/products',
  fields: productFilterFields,
  sorts: productListSorts,
  own: { sort: 'name', descending: false },
} as const;

/** The products list's address: filter, sorting and place; `size` rows a page. */
export function readProductListUrl(given: SearchParams, size?: number): ProductListUrl {
  return readListUrl(productList, given, size);
}

/** The orders behind a product's sales: those that count, since the day the counting begins. */
export function soldOrdersHref(id: number, since: string): string {
  return hrefWith('/orders', { product_id: String(id), from: since, status: 'Pending,Completed' });
}
