import { IconSearch } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Brand } from './brand';
import { NavLink } from './nav-link';
import { otherSections, sections } from './sections';
import styles from './sidebar.module.css';

interface SidebarProps {
  organisation: string;
  /** Orders that wait to be done. */
  waiting: number;
  /** The first page of the settings that the visitor may open. */
  settings: string;
  /** Saved views. */
  views?: ReactNode;
  /** The user's menu. */
  children: ReactNode;
}

/** Brand, search, sections and the user, at the left of every page from 768 px up. */
export function Sidebar({ organisation, waiting, settings, views, children }: SidebarProps) {
  const t = useTranslations();
  return (
    <header className={styles.sidebar}>
      <a href="/" className={styles.brand} aria-label={t('brand.name')}>
        <Brand name={t('brand.name')} line={organisation || t('brand.about')} />
      </a>
      <button type="button" data-opens="palette" data-needs-script="" className={styles.find} aria-label={t('palette.title')}>
        <IconSearch size={16} stroke={1.6} aria-hidden="true" />
        <span className={styles.hint}>{t('palette.open')}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <nav aria-label={t('nav.label')} className={styles.nav}>
        {sections.map(({ key, href, Icon }) => (
          <NavLink key={key} href={href} className={styles.link}>
            <Icon size={17} stroke={1.6} aria-hidden="true" />
            <span className={styles.word}>{t(`nav.${key}`)}</span>
            {key === 'orders' && waiting > 0 ? (
              <span className={styles.count} title={t('nav.waiting', { n: waiting })} aria-hidden="true">
                {waiting}
              </span>
            ) : null}
          </NavLink>
        ))}
      </nav>
      {views}
      <nav aria-label={t('nav.more')} className={`${styles.nav} ${styles.other}`}>
        {otherSections.map(({ key, href, Icon }) => (
          <NavLink key={key} href={key === 'settings' ? settings : href} section={href} className={styles.link}>
            <Icon size={17} stroke={1.6} aria-hidden="true" />
            <span className={styles.word}>{t(`nav.${key}`)}</span>
          </NavLink>
        ))}
      </nav>
      <div className={styles.user}>{children}</div>
    </header>
  );
}
