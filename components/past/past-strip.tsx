import { IconHistory } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import notes from '@/components/states/note.module.css';
import type { Format } from '@/lib/i18n/format';
import styles from './past.module.css';

interface PastStripProps {
  /** UTC epoch ms. */
  at: number;
  to?: number;
  format: Format;
  /** Ways out of here. */
  children: ReactNode;
}

/** Over everything that is of the past: which moment it is, and that nothing can be changed there. */
export function PastStrip({ at, to, format, children }: PastStripProps) {
  const t = useTranslations('past');
  const when = format.longDateTime(at);
  return (
    <div className={`${notes.warn} ${notes.strip}`} role="status">
      <IconHistory size={16} stroke={1.6} aria-hidden="true" />
      <span className={styles.said}>
        {to === undefined ? t('asOf', { when }) : t('between', { from: when, to: format.longDateTime(to) })} {t('readOnly')}
      </span>
      <span className={styles.ways}>{children}</span>
    </div>
  );
}
