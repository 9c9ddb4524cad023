import { useTranslations } from 'next-intl';
import { AuthorField } from '@/components/data-table/author-field';
import { FilterField, FilterPanel } from '@/components/data-table/filter-panel';
import panel from '@/components/data-table/filter-panel.module.css';
import toolbar from '@/components/data-table/toolbar.module.css';
import { paymentStates, statusesOf } from '@/lib/domain/orders/order-filter';
import { orderStatuses } from '@/lib/domain/orders/schema';
import type { OrderListUrl } from './order-list-url';

/** What the ids of a filter are called. */
export interface OrderFilterNames {
  /** The client whose orders alone are shown. */
  client: string | undefined;
  /** The product of the catalogue that they stand in. */
  product: string | undefined;
  authors: readonly { id: number; name: string }[];
}

/** Conditions besides search and period. */
const further = ['status', 'product', 'sum_from', 'sum_to', 'payment', 'author', 'deleted'];

/** Status, goods, sum, payment, author and the bin. */
export function OrderFilterPanel({ url: { params, filter }, names }: { url: OrderListUrl; names: OrderFilterNames }) {
  const t = useTranslations();
  const statuses = statusesOf(filter);
  return (
    <FilterPanel count={further.filter((name) => params[name]).length} match={params.match}>
      <FilterField label={t('orders.columns.status')}>
        <div className={panel.choice}>
          {orderStatuses.map((status) => (
            <label key={status}>
              <input type="checkbox" name="status" value={status} defaultChecked={statuses.includes(status)} /> {t(`status.${status}`)}
            </label>
          ))}
        </div>
      </FilterField>
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
      <AuthorField label={t('orders.columns.author')} chosen={params.author} authors={names.authors} />
      <div className={panel.choice}>
        <label>
          <input type="checkbox" name="deleted" value="1" defaultChecked={filter.deleted} /> {t('filters.deleted')}
        </label>
      </div>
    </FilterPanel>
  );
}
