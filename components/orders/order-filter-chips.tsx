import { useTranslations } from 'next-intl';
import { FilterChip } from '@/components/data-table/filter-chip';
import { statusesOf } from '@/lib/domain/orders/order-filter';
import type { OrderFilterNames } from './order-filter-panel';
import { type OrderListUrl, orderListHref } from './order-list-url';
import { statusOf } from './order-status';

/** The conditions that are set, each with the way to drop it. A single status has its tab. */
export function OrderFilterChips({ url, names }: { url: OrderListUrl; names: OrderFilterNames }) {
  const t = useTranslations();
  const { params, filter } = url;
  const statuses = statusesOf(filter);
  const without = (...fields: string[]) => orderListHref(url, Object.fromEntries(fields.map((field) => [field, undefined])));
  const sum = [
    params.sum_from && `${t('filters.sum_from')} ${params.sum_from}`,
    params.sum_to && `${t('filters.sum_to')} ${params.sum_to}`,
  ];
  const author = names.authors.find(({ id }) => id === filter.author_id)?.name ?? `№ ${params.author}`;
  return (
    <>
      {params.client ? <FilterChip label={t('orders.columns.client')} value={names.client ?? ''} href={without('client')} /> : null}
      {statuses.length > 1 ? (
        <FilterChip
          label={t('orders.columns.status')}
          value={statuses.map((status) => t(`status.${statusOf(status)}`)).join(', ')}
          href={without('status')}
        />
      ) : null}
      {params.product_id ? <FilterChip label={t('products.name')} value={names.product ?? ''} href={without('product_id')} /> : null}
      {params.product ? <FilterChip label={t('filters.product')} value={params.product} href={without('product')} /> : null}
      {params.sum_from || params.sum_to ? (
        <FilterChip label={t('orders.columns.sum')} value={sum.filter(Boolean).join(' ')} href={without('sum_from', 'sum_to')} />
      ) : null}
      {filter.payment ? <FilterChip value={t(`filters.payments.${filter.payment}`)} href={without('payment')} /> : null}
      {params.author ? <FilterChip label={t('orders.columns.author')} value={author} href={without('author')} /> : null}
      {filter.deleted ? <FilterChip value={t('filters.deleted')} href={without('deleted')} /> : null}
      {filter.match === 'any' ? <FilterChip value={t('table.matchAny')} href={without('match')} /> : null}
    </>
  );
}
