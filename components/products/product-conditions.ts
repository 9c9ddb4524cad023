import type { useTranslations } from 'next-intl';
import type { Condition } from '@/components/data-table/condition';
import { byOrdersConditions } from '@/components/orders/by-orders-conditions';
import type { OrderFilterNames } from '@/components/orders/order-filter-names';
import type { Format } from '@/lib/i18n/format';
import type { ProductListUrl } from './product-list-url';

/** The conditions a product list can have, by their names in the address. */
export const productConditionNames = ['without_price', 'unsold', 'deleted'] as const;

export function conditionLabel(name: (typeof productConditionNames)[number], t: ReturnType<typeof useTranslations<never>>): string {
  return name === 'deleted' ? t('filters.deleted') : t(`products.conditions.${name}`);
}

/** The conditions that are set. */
export function productConditions(
  { filter }: Pick<ProductListUrl, 'filter'>,
  names: OrderFilterNames,
  t: ReturnType<typeof useTranslations<never>>,
  format: Format,
): Condition[] {
  const own = productConditionNames.filter((name) => filter[name]).map((name) => ({ fields: [name], value: conditionLabel(name, t) }));
  return [...byOrdersConditions(filter, names, t, format), ...own];
}
