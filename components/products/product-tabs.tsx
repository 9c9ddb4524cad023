import { useTranslations } from 'next-intl';
import toolbar from '@/components/data-table/toolbar.module.css';
import { type ProductListUrl, productListHref } from './product-list-url';

/** The catalogue's views. */
const views = [
  { key: 'all', without_price: undefined, unsold: undefined },
  { key: 'withoutPrice', without_price: '1', unsold: undefined },
  { key: 'unsold', without_price: undefined, unsold: '1' },
] as const;

export function ProductTabs({ url }: { url: ProductListUrl }) {
  const t = useTranslations('products');
  const { params } = url;
  return (
    <nav aria-label={t('views')} className={toolbar.tabs}>
      {views.map(({ key, ...view }) => {
        const current = params.without_price === view.without_price && params.unsold === view.unsold && !params.deleted;
        return (
          <a
            key={key}
            href={productListHref(url, { ...view, deleted: undefined })}
            className={toolbar.tab}
            aria-current={current ? 'true' : undefined}
          >
            {t(`tabs.${key}`)}
          </a>
        );
      })}
    </nav>
  );
}
