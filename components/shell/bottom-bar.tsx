import { IconClipboardList, IconLayoutDashboard, IconMenu2, IconPlus, IconUsers } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import styles from './bottom-bar.module.css';
import { NavLink } from './nav-link';

/** The sections under the thumb, on phones. What does not fit stands under «Ещё». */
export function BottomBar({ mayOrder, children }: { mayOrder: boolean; children: ReactNode }) {
  const t = useTranslations('nav');
  return (
    <nav aria-label={t('label')} className={styles.bar}>
      <NavLink href="/" className={styles.item}>
        <IconLayoutDashboard size={22} stroke={1.6} aria-hidden="true" />
        {t('overview')}
      </NavLink>
      <NavLink href="/orders" className={styles.item}>
        <IconClipboardList size={22} stroke={1.6} aria-hidden="true" />
        {t('orders')}
      </NavLink>
      {mayOrder ? (
        <a href="/orders/new" className={`${styles.item} ${styles.new}`}>
          <span className={styles.plus}>
            <IconPlus size={22} stroke={1.8} aria-hidden="true" />
          </span>
          {t('newOrder')}
        </a>
      ) : null}
      <NavLink href="/clients" className={styles.item}>
        <IconUsers size={22} stroke={1.6} aria-hidden="true" />
        {t('clients')}
      </NavLink>
      <details data-menu="" className={styles.more}>
        <summary className={styles.item}>
          <IconMenu2 size={22} stroke={1.6} aria-hidden="true" />
          {t('more')}
        </summary>
        <div className={styles.sheet}>{children}</div>
      </details>
    </nav>
  );
}
