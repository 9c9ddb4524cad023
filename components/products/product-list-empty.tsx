import { IconPackage, IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { Condition } from '@/components/data-table/condition';
import { isFiltered } from '@/components/data-table/list-url';
import { NoMatch } from '@/components/data-table/no-match';
import buttons from '@/components/form/button.module.css';
import { ImportLink } from '@/components/imports/import-link';
import { EmptyState } from '@/components/states/empty-state';
import type { Ctx } from '@/lib/domain/context';
import { countProducts } from '@/lib/domain/products/count-products';
import { type ProductListUrl, readProductListUrl } from './product-list-url';

interface ProductListEmptyProps {
  ctx: Ctx;
  url: ProductListUrl;
  conditions: Condition[];
  whole: string;
  mayWrite: boolean;
  mayImport: boolean;
}

/** No rows: because there are no products yet, or because none fits. */
export function ProductListEmpty({ ctx, url, conditions, whole, mayWrite, mayImport }: ProductListEmptyProps) {
  const t = useTranslations('products');
  if (isFiltered(url))
    return (
      <NoMatch
        title={t('notFound')}
        url={url}
        conditions={conditions}
        whole={whole}
        count={(params, most) => countProducts(ctx, readProductListUrl(params).filter, most)}
      />
    );
  return (
    <EmptyState icon={<IconPackage size={22} stroke={1.6} />} title={t('empty')} text={t('emptyText')}>
      {mayImport ? <ImportLink entity="product" first /> : null}
      {mayWrite ? (
        <a href="/products/new" className={mayImport ? buttons.button : buttons.primary}>
          <IconPlus size={16} stroke={1.6} aria-hidden="true" />
          {t('first')}
        </a>
      ) : null}
    </EmptyState>
  );
}
