import type { useTranslations } from 'next-intl';
import { type Condition, periodCondition } from '@/components/data-table/condition';
import type { Format } from '@/lib/i18n/format';
import type { ClientListUrl } from './client-list-url';

export type Authors = readonly { id: number; name: string }[];

/** What a client has or has not. */
export const presences = ['has_phone', 'has_email', 'has_debt', 'has_pending'] as const;

/** The conditions that are set. */
export function clientConditions(
  { filter }: Pick<ClientListUrl, 'filter'>,
  authors: Authors,
  t: ReturnType<typeof useTranslations<never>>,
  format: Format,
): Condition[] {
  const author = authors.find(({ id }) => id === filter.author_id)?.name ?? `№ ${filter.author_id}`;
  return [
    ...periodCondition(filter, t('client.added'), t, format),
    ...presences.flatMap((name) =>
      filter[name] === undefined ? [] : [{ fields: [name], value: t(`lists.${filter[name] ? 'present' : 'absent'}.${name}`) }],
    ),
    ...(filter.author_id ? [{ fields: ['author'], label: t('filters.author'), value: author }] : []),
    ...(filter.deleted ? [{ fields: ['deleted'], value: t('filters.deleted') }] : []),
  ];
}
