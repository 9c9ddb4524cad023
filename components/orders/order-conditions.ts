import type { useTranslations } from 'next-intl';
import { type Condition, periodCondition } from '@/components/data-table/condition';
import { statusesOf } from '@/lib/domain/orders/order-filter';
import type { Format } from '@/lib/i18n/format';
import type { OrderListUrl } from './order-list-url';
import { statusOf } from './order-status';

/** What the ids of a filter are called. */
export interface OrderFilterNames {
  /** The client whose orders alone are shown. */
  client: string | undefined;
  /** The product of the catalogue that they stand in. */
  product: string | undefined;
  authors: readonly { id: number; name: string }[];
}

/** The conditions that are set, in the order of the columns they are about. */
export function orderConditions(
  { params, filter }: Pick<OrderListUrl, 'params' | 'filter'>,
  names: OrderFilterNames,
  t: ReturnType<typeof useTranslations<never>>,
  format: Format,
): Condition[] {
  const statuses = statusesOf(filter);
  const sum = [
    filter.sum_from === undefined ? '' : `${t('filters.sum_from')} ${format.money(filter.sum_from)}`,
    filter.sum_to === undefined ? '' : `${t('filters.sum_to')} ${format.money(filter.sum_to)}`,
  ];
  const author = names.authors.find(({ id }) => id === filter.author_id)?.name ?? `№ ${params.author}`;
  const one = (set: unknown, condition: () => Condition): Condition[] => (set ? [condition()] : []);
  return [
    ...one(params.client, () => ({ fields: ['client'], label: t('orders.columns.client'), value: names.client ?? '' })),
    ...one(statuses.length > 0, () => ({
      fields: ['status'],
      label: t('orders.columns.status'),
      value: statuses.map((status) => t(`status.${statusOf(status)}`)).join(', '),
    })),
    ...periodCondition(filter, t('lists.period'), t, format),
    ...one(filter.waiting, () => ({ fields: ['waiting'], value: t('lists.waitingFor', { n: filter.waiting ?? 0 }) })),
    ...one(params.product_id, () => ({ fields: ['product_id'], label: t('products.name'), value: names.product ?? '' })),
    ...one(params.product, () => ({ fields: ['product'], label: t('filters.product'), value: params.product ?? '' })),
    ...one(params.sum_from || params.sum_to, () => ({
      fields: ['sum_from', 'sum_to'],
      label: t('orders.columns.sum'),
      value: sum.filter(Boolean).join(' '),
    })),
    ...one(filter.payment, () => ({ fields: ['payment'], value: t(`filters.payments.${filter.payment ?? 'paid'}`) })),
    ...one(params.author, () => ({ fields: ['author'], label: t('orders.columns.author'), value: author })),
    ...one(filter.deleted, () => ({ fields: ['deleted'], value: t('filters.deleted') })),
  ];
}
