import { useTranslations } from 'next-intl';
import { AuthorField } from '@/components/data-table/author-field';
import { FilterField, FilterPanel } from '@/components/data-table/filter-panel';
import panel from '@/components/data-table/filter-panel.module.css';
import { PeriodField } from '@/components/data-table/period-field';
import toolbar from '@/components/data-table/toolbar.module.css';
import { paymentStates, statusesOf } from '@/lib/domain/orders/order-filter';
import { orderStatuses } from '@/lib/domain/orders/schema';
import type { Format } from '@/lib/i18n/format';
import type { OrderFilterNames } from './order-conditions';
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
  const statuses = statusesOf(filter);
  return (
    <FilterPanel count={count} match={params.match}>
      <FilterField label={t('orders.columns.status')}>
        <div className={panel.choice}>
          {orderStatuses.map((status) => (
            <label key={status}>
              <input type="checkbox" name="status" value={status} defaultChecked={statuses.includes(status)} /> {t(`status.${status}`)}
            </label>
          ))}
        </div>
      </FilterField>
      <PeriodField url={url} label={t('lists.period')} format={format} />
      <FilterField label={t('filters.product')}>
        <input name="product" defaultValue={params.product} className={toolbar.input} aria-label={t('filters.product')} />
      </FilterField>
      <FilterField label={t('orders.columns.sum')}>
        <div className={panel.pair}>
          {(['sum_from', 'sum_to'] as const).map((name) => (
            <input
              key={name}
              name={name}
              inputMode="decimal"
              defaultValue={params[name]}
              className={toolbar.input}
              placeholder={t(`filters.${name}`)}
              aria-label={`${t('orders.columns.sum')}: ${t(`filters.${name}`)}`}
            />
          ))}
        </div>
      </FilterField>
      <FilterField label={t('filters.payment')}>
        <select name="payment" defaultValue={params.payment ?? ''} className={toolbar.input} aria-label={t('filters.payment')}>
          <option value="">{t('filters.anyPayment')}</option>
          {paymentStates.map((state) => (
            <option key={state} value={state}>
              {t(`filters.payments.${state}`)}
            </option>
          ))}
        </select>
      </FilterField>
      <FilterField label={t('lists.waiting')}>
        <input
          name="waiting"
          type="number"
          min={1}
          max={3650}
          defaultValue={params.waiting}
          className={toolbar.input}
          placeholder={t('lists.waitingHint')}
          aria-label={t('lists.waiting')}
        />
      </FilterField>
      <AuthorField label={t('orders.columns.author')} chosen={params.author} authors={names.authors} />
      <div className={panel.choice}>
        <label>
          <input type="checkbox" name="deleted" value="1" defaultChecked={filter.deleted} /> {t('filters.deleted')}
        </label>
      </div>
    </FilterPanel>
  );
}
