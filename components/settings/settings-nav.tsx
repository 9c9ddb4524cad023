import { useTranslations } from 'next-intl';
import { NavLink } from '@/components/shell/nav-link';
import styles from './settings-nav.module.css';

export type SettingsSection = 'organisation' | 'users' | 'profile' | 'sessions' | 'integrations' | 'verification';

/** The sections of the settings that a visitor may open, and the bin. */
export function SettingsNav({ sections }: { sections: readonly SettingsSection[] }) {
  const t = useTranslations();
  return (
    <nav aria-label={t('settings.title')} className={styles.nav}>
      <p className={styles.title} aria-hidden="true">
        {t('settings.title')}
      </p>
      {sections.map((section) => (
        <NavLink key={section} href={`/settings/${section}`} className={styles.link}>
          {t(`settings.sections.${section}`)}
        </NavLink>
      ))}
      <NavLink href="/bin" className={styles.link}>
        {t('nav.bin')}
      </NavLink>
    </nav>
  );
}
