import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Brand } from './brand';
import { NavLink } from './nav-link';
import { sections } from './sections';
import styles from './sidebar.module.css';

/** Brand, sections and the user, at the left of every page from 768 px up. */
export function Sidebar({ organisation, children }: { organisation: string; children: ReactNode }) {
  const t = useTranslations();
  return (
    <header className={styles.sidebar}>
      <a href="/orders" className={styles.brand} aria-label={t('brand.name')}>
        <Brand name={t('brand.name')} line={organisation || t('brand.about')} />
      </a>
      <nav aria-label={t('nav.label')} className={styles.nav}>
        {sections.map(({ key, href, Icon }) => (
          <NavLink key={key} href={href} className={styles.link}>
            <Icon size={17} stroke={1.6} aria-hidden="true" />
            <span className={styles.word}>{t(`nav.${key}`)}</span>
          </NavLink>
        ))}
      </nav>
      <div className={styles.user}>{children}</div>
    </header>
  );
}
