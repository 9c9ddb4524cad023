import type { useTranslations } from 'next-intl';
import type { Condition } from '@/components/data-table/condition';
import { type ByOrders, byOrdersFields, ordersMeant } from '@/lib/domain/orders/by-orders';
import { type FilterParams, paramOf } from '@/lib/entry/filter-params';
import type { Format } from '@/lib/i18n/format';
import { orderConditions } from './order-conditions';
import type { OrderFilterNames } from './order-filter-names';

/** Parameters of a list that choose its records by their orders; no field of its panel has them. */
export const byOrdersParams = Object.keys(byOrdersFields);

/** The conditions that a list's records meet by their orders: those on the orders as one, and the class among them. */
export function byOrdersConditions(
  filter: ByOrders,
  names: OrderFilterNames,
  t: ReturnType<typeof useTranslations<never>>,
  format: Format,
): Condition[] {
  const meant = ordersMeant(filter);
  if (!meant) return [];
  const params: FilterParams = Object.fromEntries(Object.entries(meant).map(([name, value]) => [paramOf(name), String(value)]));
  const search: Condition[] = meant.search ? [{ fields: [], label: t('byOrders.search'), value: meant.search }] : [];
  const said = [...orderConditions({ params, filter: meant }, names, t, format), ...search];
  const value = said.map((one) => (one.label ? `${one.label.toLocaleLowerCase(format.locale)} ${one.value}` : one.value)).join(', ');
  const orders: Condition[] =
    said.length > 0 ? [{ fields: byOrdersParams.filter((name) => name !== 'order_class'), label: t('byOrders.label'), value }] : [];
  return [...orders, ...(filter.order_class ? [{ fields: ['order_class'], value: t(`byOrders.class.${filter.order_class}`) }] : [])];
}
