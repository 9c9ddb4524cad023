import { useTranslations } from 'next-intl';
import { AuthorField } from '@/components/data-table/author-field';
import { FilterField } from '@/components/data-table/filter-panel';
import panel from '@/components/data-table/filter-panel.module.css';
import toolbar from '@/components/data-table/toolbar.module.css';
import { type OrderFilter, paymentStates, statusesOf } from '@/lib/domain/orders/order-filter';
import { orderStatuses } from '@/lib/domain/orders/schema';
import type { FilterParams } from '@/lib/entry/filter-params';
import type { OrderFilterNames } from './order-filter-names';

export function StatusField({ filter }: { filter: OrderFilter }) {
  const t = useTranslations();
  const statuses = statusesOf(filter);
  return (
    <FilterField label={t('orders.columns.status')}>
      <div className={panel.choice}>
        {orderStatuses.map((status) => (
          <label key={status}>
            <input type="checkbox" name="status" value={status} defaultChecked={statuses.includes(status)} /> {t(`status.${status}`)}
          </label>
        ))}
      </div>
    </FilterField>
  );
}

/** Goods, sum, payment, waiting and author: the conditions that a list and a report have in common. */
export function OrderFilterFields({ params, authors }: { params: FilterParams; authors: OrderFilterNames['authors'] }) {
  const t = useTranslations();
  return (
    <>
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
      <AuthorField label={t('orders.columns.author')} chosen={params.author} authors={authors} />
    </>
  );
}
