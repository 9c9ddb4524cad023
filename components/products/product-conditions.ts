import type { useTranslations } from 'next-intl';
import type { Condition } from '@/components/data-table/condition';
import type { ProductListUrl } from './product-list-url';

/** The conditions a product list can have, by their names in the address. */
export const productConditionNames = ['without_price', 'unsold', 'deleted'] as const;

export function conditionLabel(name: (typeof productConditionNames)[number], t: ReturnType<typeof useTranslations<never>>): string {
  return name === 'deleted' ? t('filters.deleted') : t(`products.conditions.${name}`);
}

/** The conditions that are set. */
export function productConditions({ filter }: Pick<ProductListUrl, 'filter'>, t: ReturnType<typeof useTranslations<never>>): Condition[] {
  return productConditionNames.filter((name) => filter[name]).map((name) => ({ fields: [name], value: conditionLabel(name, t) }));
}
