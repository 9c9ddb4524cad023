import { IconArrowDownRight, IconArrowUpRight } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { growth } from '@/lib/domain/overview/figures';
import { percent } from '@/lib/i18n/compact';
import type { Format } from '@/lib/i18n/format';
import styles from './change-note.module.css';

interface ChangeNoteProps {
  now: number;
  before: number;
  /** What it is held against, in words. */
  base: string;
  /** More about that, on hover. */
  title?: string | undefined;
  /** The rows behind it. */
  href: string;
  format: Format;
}

/** How a figure has changed, where more of it is better: arrow, percent, and what it is held against. */
export function ChangeNote({ now, before, base, title, href, format }: ChangeNoteProps) {
  const t = useTranslations('overview');
  const change = growth(now, before);
  if (change === undefined)
    return (
      <p className={styles.change}>
        <span aria-hidden="true">— </span>
        {t('nothingBefore')}
      </p>
    );
  const Icon = change < 0 ? IconArrowDownRight : IconArrowUpRight;
  return (
    <p className={styles.change}>
      {change === 0 ? (
        t('same')
      ) : (
        <span className={change < 0 ? styles.fall : styles.growth}>
          <Icon size={13} stroke={1.6} aria-hidden="true" />
          <span className="hidden">{t(change < 0 ? 'down' : 'up')} </span>
          <span className="num">{percent(Math.abs(change), format)}</span>
        </span>
      )}{' '}
      <a href={href} title={title}>
        {base}
      </a>
    </p>
  );
}
