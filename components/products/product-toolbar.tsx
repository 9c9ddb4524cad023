import { useTranslations } from 'next-intl';
import type { Condition } from '@/components/data-table/condition';
import { FilterPanel } from '@/components/data-table/filter-panel';
import panel from '@/components/data-table/filter-panel.module.css';
import type { LayoutAction } from '@/components/data-table/layout-menu';
import { ListToolbar } from '@/components/data-table/list-toolbar';
import { byOrdersParams } from '@/components/orders/by-orders-conditions';
import { hereOf } from '@/components/views/view-url';
import type { ListLayout } from '@/lib/domain/preferences/schema';
import type { Format } from '@/lib/i18n/format';
import { productColumns } from './product-columns';
import { conditionLabel, productConditionNames } from './product-conditions';
import type { ProductListUrl } from './product-list-url';

interface ProductToolbarProps {
  url: ProductListUrl;
  conditions: Condition[];
  format: Format;
  layout: ListLayout<'products'>;
  /** The view whose own columns are shown. */
  view: number | undefined;
  whole: string;
  save: LayoutAction;
}

function Panel({ url: { params, filter }, conditions }: Pick<ProductToolbarProps, 'url' | 'conditions'>) {
  const t = useTranslations();
  return (
    <FilterPanel count={conditions.length} match={params.match ?? 'all'}>
      <div className={panel.choice}>
        {productConditionNames.map((name) => (
          <label key={name}>
            <input type="checkbox" name={name} value="1" defaultChecked={filter[name]} /> {conditionLabel(name, t)}
          </label>
        ))}
      </div>
    </FilterPanel>
  );
}

/** Search, conditions, columns and density of the products list. */
export function ProductToolbar({ url, conditions, format, layout, view, whole, save }: ProductToolbarProps) {
  const t = useTranslations();
  const columns = productColumns({ t, format, words: [], here: '', since: '', savePrice: undefined });
  return (
    <ListToolbar
      url={url}
      label={t('products.searchHint')}
      hint={t('products.searchHint')}
      conditions={conditions}
      keep={byOrdersParams}
      whole={whole}
      panel={<Panel url={url} conditions={conditions} />}
      columns={columns}
      layout={{ list: 'products', layout, back: hereOf(url), view, save }}
    />
  );
}
