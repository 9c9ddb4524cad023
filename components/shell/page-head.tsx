import { IconChevronLeft } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import styles from './page-head.module.css';

interface PageHeadProps {
  title: ReactNode;
  /** The list this page belongs to. */
  parent?: { href: string; label: string };
  /** Beside the title: a status, a count. */
  beside?: ReactNode;
  /** Under the title: dates, author. */
  under?: ReactNode;
  actions?: ReactNode;
  /** At the end of the path: the way to the neighbours of a record. */
  along?: ReactNode;
}

/** The row of a page's heading and its actions. */
export function PageHead({ title, parent, beside, under, actions, along }: PageHeadProps) {
  const t = useTranslations('nav');
  return (
    <header className={parent ? `${styles.head} ${styles.card}` : styles.head}>
      {parent ? (
        <div className={styles.top}>
          <nav aria-label={t('path')} className={styles.path}>
            <a href={parent.href}>
              <IconChevronLeft size={14} stroke={1.6} aria-hidden="true" /> {parent.label}
            </a>
          </nav>
          {along}
        </div>
      ) : null}
      <div className={styles.row}>
        <h1 className={styles.title} tabIndex={-1}>
          {title}
        </h1>
        {beside}
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </div>
      {under ? <p className={styles.under}>{under}</p> : null}
    </header>
  );
}
