import { useTranslations } from 'next-intl';
import { FilterPanel } from '@/components/data-table/filter-panel';
import panel from '@/components/data-table/filter-panel.module.css';
import { PeriodField } from '@/components/data-table/period-field';
import type { Format } from '@/lib/i18n/format';
import { OrderFilterFields, StatusField } from './order-filter-fields';
import type { OrderFilterNames } from './order-filter-names';
import type { OrderListUrl } from './order-list-url';

interface OrderFilterPanelProps {
  url: OrderListUrl;
  names: OrderFilterNames;
  /** Conditions that are set. */
  count: number;
  format: Format;
}

/** Status, period, goods, sum, payment, waiting, author and the bin. */
export function OrderFilterPanel({ url, names, count, format }: OrderFilterPanelProps) {
  const { params, filter } = url;
  const t = useTranslations();
  return (
    <FilterPanel count={count} match={params.match ?? 'all'}>
      <StatusField filter={filter} />
      <PeriodField url={url} label={t('lists.period')} format={format} />
      <OrderFilterFields params={params} authors={names.authors} />
      <div className={panel.choice}>
        <label>
          <input type="checkbox" name="deleted" value="1" defaultChecked={filter.deleted} /> {t('filters.deleted')}
        </label>
      </div>
    </FilterPanel>
  );
}
