import { IconChevronRight } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import styles from './card-head.module.css';

interface CardHeadProps {
  /** The list this record belongs to. */
  parent: { href: string; label: string };
  /** The record's own place in the path. */
  crumb: string;
  title: string;
  /** At the end of the path: the place in the list. */
  along?: ReactNode;
  /** Before the title: initials. */
  lead?: ReactNode;
  /** Beside the title: a status. */
  beside?: ReactNode;
  /** Under the title: dates, author. */
  under?: ReactNode;
  /** The figure that phones show first of all; it stands in the card itself, so nobody is read it twice. */
  total?: string;
  /** Menus and links that stay at the top. */
  tools?: ReactNode;
  /** The main actions, which phones hold at the bottom. */
  actions?: ReactNode;
}

/** The head of a record's card: path, name, state, and what can be done. */
export function CardHead({ parent, crumb, along, title, lead, beside, under, total, tools, actions }: CardHeadProps) {
  const t = useTranslations('nav');
  return (
    <header className={styles.head}>
      <div className={styles.top}>
        <nav aria-label={t('path')} className={styles.path}>
          <a href={parent.href} data-key="Escape">
            {parent.label}
          </a>
          <IconChevronRight size={14} stroke={1.6} aria-hidden="true" />
          <span aria-current="page">{crumb}</span>
        </nav>
        {along}
      </div>
      <div className={styles.row}>
        {lead}
        <div className={styles.names}>
          <div className={styles.named}>
            <h1 className={styles.title} tabIndex={-1}>
              {title}
            </h1>
            {total ? <span className={styles.total} data-total={total} aria-hidden="true" /> : null}
            {beside}
          </div>
          {under ? <p className={styles.under}>{under}</p> : null}
        </div>
        {tools ? <div className={styles.tools}>{tools}</div> : null}
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </div>
    </header>
  );
}
