import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import styles from '@/components/shell/auth.module.css';
import { Brand } from '@/components/shell/brand';
import { DemoStrip } from '@/components/shell/demo-strip';
import { Preferences } from '@/components/shell/preferences';
import { themeOf } from '@/components/shell/theme';
import { pageSettings } from '@/lib/entry/page';
import { chooseLanguage, chooseTheme } from '../preferences';

/** The doors of the house: one quiet column. */
export default async function AuthLayout({ children }: { children: ReactNode }) {
  const [settings, t, jar] = await Promise.all([pageSettings(), getTranslations('brand'), cookies()]);
  return (
    <div className={styles.page}>
      {settings.demo === 1 ? <DemoStrip /> : null}
      <main className={styles.column}>
        <div className={styles.brand}>
          <Brand name={t('name')} line={t('about')} />
        </div>
        {children}
      </main>
      <footer className={styles.footer}>
        <span>{settings.organisation}</span>
        <Preferences theme={themeOf(jar.get('theme')?.value)} chooseTheme={chooseTheme} chooseLanguage={chooseLanguage} />
      </footer>
    </div>
  );
}
