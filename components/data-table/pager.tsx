import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ListPage } from '@/lib/domain/list-page';
import type { FilterParams } from '@/lib/entry/filter-params';
import styles from './table.module.css';

interface PagerProps {
  page: ListPage<unknown>;
  href: (place: FilterParams) => string;
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
    <a href={href} rel={rel} className={styles.step} aria-label={label} title={label} data-key={rel === 'prev' ? '[' : ']'}>
      <Icon size={16} stroke={1.6} aria-hidden="true" />
    </a>
  );
}

/** Which rows stand here, and the way to the others. */
export function Pager({ page, href }: PagerProps) {
  const t = useTranslations('table');
  const { rows, passed, next, previous } = page;
  if (!next && !previous) return null;
  return (
    <nav aria-label={t('pages')} className={styles.pager}>
      <span className="num">{t('rows', { first: passed + 1, last: passed + rows.length })}</span>
      <Step href={previous && href({ before: previous })} label={t('previous')} rel="prev" Icon={IconChevronLeft} />
      <Step href={next && href({ after: next })} label={t('next')} rel="next" Icon={IconChevronRight} />
    </nav>
  );
}
