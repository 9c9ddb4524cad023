import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import table from '@/components/data-table/table.module.css';
import styles from './import.module.css';

interface CheckPagerProps {
  previous: string | undefined;
  next: string | undefined;
}

/** The way through the checked rows, which say themselves where in the file they stand. */
export function CheckPager({ previous, next }: CheckPagerProps) {
  const t = useTranslations('table');
  if (!previous && !next) return null;
  return (
    <nav aria-label={t('pages')} className={`${table.pager} ${styles.pager}`}>
      {previous ? (
        <a href={previous} rel="prev" className={table.step} aria-label={t('previous')} title={t('previous')} data-key="[">
          <IconChevronLeft size={16} stroke={1.6} aria-hidden="true" />
        </a>
      ) : null}
      {next ? (
        <a href={next} rel="next" className={table.step} aria-label={t('next')} title={t('next')} data-key="]">
          <IconChevronRight size={16} stroke={1.6} aria-hidden="true" />
        </a>
      ) : null}
    </nav>
  );
}
