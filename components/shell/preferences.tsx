import { useLocale, useTranslations } from 'next-intl';
import { locales } from '@/lib/i18n/locale';
import styles from './preferences.module.css';
import { type Theme, themes } from './theme';

export interface PreferencesProps {
  theme: Theme;
  chooseTheme: (data: FormData) => Promise<never>;
  chooseLanguage: (data: FormData) => Promise<never>;
}

/** Language and theme: two forms of buttons, kept in cookies. */
export function Preferences({ theme, chooseTheme, chooseLanguage }: PreferencesProps) {
  const t = useTranslations();
  const current = useLocale();
  return (
    <div className={styles.preferences}>
      <form action={chooseLanguage} className={styles.choice} aria-label={t('preferences.language')}>
        {locales.map((locale) => (
          <button
            key={locale}
            type="submit"
            name="locale"
            value={locale}
            lang={locale}
            aria-pressed={locale === current}
            className={styles.option}
          >
            {t(`languages.${locale}`)}
          </button>
        ))}
      </form>
      <form action={chooseTheme} className={styles.choice} aria-label={t('preferences.theme')}>
        {themes.map((name) => (
          <button key={name} type="submit" name="theme" value={name} aria-pressed={name === theme} className={styles.option}>
            {t(`preferences.${name}`)}
          </button>
        ))}
      </form>
    </div>
  );
}
