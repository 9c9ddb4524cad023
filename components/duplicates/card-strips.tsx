import { IconArrowMerge } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { formalName } from '@/lib/domain/clients/client-name';
import type { SimilarClient } from '@/lib/domain/duplicates/find-similar';
import styles from './merge.module.css';
import { mergeHref } from './merge-url';

/** Over the card that an old number led to. */
export function FormerStrip({ id }: { id: number }) {
  const t = useTranslations('duplicates');
  return (
    <p role="status" className={styles.strip}>
      <IconArrowMerge size={16} stroke={1.6} aria-hidden="true" />
      {t('former', { id: String(id) })}
    </p>
  );
}

const kinds = { mobile_phone: 'phone', inn: 'inn' } as const;

/** Over the card of a client who shares a phone or an INN with another: the way to compare them. */
export function SimilarStrip({ id, similar }: { id: number; similar: SimilarClient[] }) {
  const t = useTranslations('duplicates');
  const [first] = similar;
  if (!first) return null;
  const same = similar.filter(({ client }) => client.id === first.client.id);
  const what = same.flatMap(({ field }) => (field === 'email' ? [] : t(`shared.${kinds[field]}`))).join(', ');
  return (
    <div className={styles.strip}>
      <IconArrowMerge size={16} stroke={1.6} aria-hidden="true" />
      <span>
        {t('similarTo')}{' '}
        <a href={`/clients/${first.client.id}`}>{t('who', { name: formalName(first.client), id: String(first.client.id) })}</a>:{' '}
        {t('similarBy', { what })}.
      </span>
      <a href={mergeHref({ main: id, other: first.client.id })}>{t('compare')}</a>
    </div>
  );
}
