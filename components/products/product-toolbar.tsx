import { useTranslations } from 'next-intl';
import { FilterChip } from '@/components/data-table/filter-chip';
import { SearchField } from '@/components/data-table/search-field';
import toolbar from '@/components/data-table/toolbar.module.css';
import buttons from '@/components/form/button.module.css';
import { isFiltered, type ProductListUrl, productListHref } from './product-list-url';

const kept = ['sort', 'without_price', 'unsold', 'deleted'] as const;

/** Search in names and articles; everything stands in the address. */
export function ProductToolbar({ url }: { url: ProductListUrl }) {
  const t = useTranslations();
  const { params, filter } = url;
  return (
    <form method="get" action="/products" className={toolbar.toolbar} key={JSON.stringify(params)} aria-label={t('products.searchHint')}>
      {kept.map((name) => (params[name] ? <input key={name} type="hidden" name={name} value={params[name]} /> : null))}
      <SearchField typed={params.q} hint={t('products.searchHint')} />
      <button type="submit" className={buttons.button}>
        {t('table.find')}
      </button>
      {filter.deleted ? <FilterChip value={t('filters.deleted')} href={productListHref(url, { deleted: undefined })} /> : null}
      {isFiltered(url) ? (
        <a href="/products" className={toolbar.reset}>
          {t('table.reset')}
        </a>
      ) : null}
    </form>
  );
}
