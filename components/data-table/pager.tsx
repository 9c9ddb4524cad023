import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { pageSize } from './list-url';
import styles from './table.module.css';

interface PagerProps {
  page: number;
  count: number;
  href: (page: number) => string;
}

interface StepProps {
  href: string | undefined;
  label: string;
  rel: 'prev' | 'next';
  Icon: typeof IconChevronLeft;
}

function Step({ href, label, rel, Icon }: StepProps) {
  if (!href)
    return (
      <span className={`${styles.step} ${styles.idle}`}>
        <Icon size={16} stroke={1.6} aria-hidden="true" />
      </span>
    );
  return (
    <a href={href} rel={rel} className={styles.step} aria-label={label} title={label}>
      <Icon size={16} stroke={1.6} aria-hidden="true" />
    </a>
  );
}

/** Which rows stand here, and the way to the others. */
export function Pager({ page, count, href }: PagerProps) {
  const t = useTranslations('table');
  const first = (page - 1) * pageSize + 1;
  const last = Math.min(page * pageSize, count);
  if (count <= pageSize && page === 1) return null;
  return (
    <nav aria-label={t('pages')} className={styles.pager}>
      <span className="num">{last < first ? t('beyond') : t('rows', { first, last })}</span>
      <Step href={page > 1 ? href(page - 1) : undefined} label={t('previous')} rel="prev" Icon={IconChevronLeft} />
      <Step href={last < count ? href(page + 1) : undefined} label={t('next')} rel="next" Icon={IconChevronRight} />
    </nav>
  );
}
