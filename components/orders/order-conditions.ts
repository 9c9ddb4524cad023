import type { useTranslations } from 'next-intl';
import { type Condition, periodCondition } from '@/components/data-table/condition';
import { statusesOf } from '@/lib/domain/orders/order-filter';
import type { Format } from '@/lib/i18n/format';
import type { OrderFilterNames } from './order-filter-names';
import type { OrderListUrl } from './order-list-url';
import { statusOf } from './order-status';

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
  const nobody = params.author === '0' ? t('reportPage.nameless.manager') : `№ ${params.author}`;
  const author = names.authors.find(({ id }) => id === filter.author_id)?.name ?? nobody;
  const product = (name: string | undefined) => name ?? t('reportPage.nameless.product');
  const { hour = 0 } = filter;
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
    ...one(params.product_id, () => ({ fields: ['product_id'], label: t('products.name'), value: product(names.product) })),
    ...one(params.with_product_id, () => ({ fields: ['with_product_id'], label: t('byOrders.with'), value: product(names.withProduct) })),
    ...one(params.product, () => ({ fields: ['product'], label: t('filters.product'), value: params.product ?? '' })),
    ...one(params.sum_from || params.sum_to, () => ({
      fields: ['sum_from', 'sum_to'],
      label: t('orders.columns.sum'),
      value: sum.filter(Boolean).join(' '),
    })),
    ...one(filter.payment, () => ({ fields: ['payment'], value: t(`filters.payments.${filter.payment ?? 'paid'}`) })),
    ...one(params.author, () => ({ fields: ['author'], label: t('orders.columns.author'), value: author })),
    ...one(params.weekday, () => ({ fields: ['weekday'], label: t('byOrders.weekday'), value: format.weekday(filter.weekday ?? 1) })),
    ...one(params.hour, () => ({
      fields: ['hour'],
      label: t('byOrders.hour'),
      value: t('byOrders.hours', { from: String(hour), to: String(hour + 1) }),
    })),
    ...one(filter.client_class, () => ({
      fields: ['client_class', 'class_status'],
      value: t(`byOrders.client_class.${filter.client_class ?? 'A'}`),
    })),
    ...one(filter.product_class, () => ({
      fields: ['product_class', 'class_status'],
      value: t(`byOrders.product_class.${filter.product_class ?? 'A'}`),
    })),
    ...one(filter.deleted, () => ({ fields: ['deleted'], value: t('filters.deleted') })),
  ];
}
