import type { useTranslations } from 'next-intl';
import { type Condition, periodCondition } from '@/components/data-table/condition';
import { byOrdersConditions } from '@/components/orders/by-orders-conditions';
import type { OrderFilterNames } from '@/components/orders/order-filter-names';
import type { Format } from '@/lib/i18n/format';
import type { ClientListUrl } from './client-list-url';

export type Authors = readonly { id: number; name: string }[];

/** What a client has or has not. */
export const presences = ['has_phone', 'has_email', 'has_debt', 'has_pending'] as const;

/** The conditions that are set. */
export function clientConditions(
  { filter }: Pick<ClientListUrl, 'filter'>,
  names: OrderFilterNames,
  t: ReturnType<typeof useTranslations<never>>,
  format: Format,
): Condition[] {
  const nobody = filter.author_id === 0 ? t('reportPage.nameless.manager') : `№ ${filter.author_id}`;
  const author = names.authors.find(({ id }) => id === filter.author_id)?.name ?? nobody;
  return [
    ...periodCondition(filter, t('client.added'), t, format),
    ...presences.flatMap((name) =>
      filter[name] === undefined ? [] : [{ fields: [name], value: t(`lists.${filter[name] ? 'present' : 'absent'}.${name}`) }],
    ),
    ...byOrdersConditions(filter, names, t, format),
    ...(filter.ordered_before
      ? [{ fields: ['ordered_before'], value: t('byOrders.ordered_before', { day: format.shortDay(filter.ordered_before) }) }]
      : []),
    ...(filter.author_id !== undefined ? [{ fields: ['author'], label: t('filters.author'), value: author }] : []),
    ...(filter.deleted ? [{ fields: ['deleted'], value: t('filters.deleted') }] : []),
  ];
}
