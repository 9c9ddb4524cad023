import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { BottomBar } from '@/components/shell/bottom-bar';
import { DemoStrip } from '@/components/shell/demo-strip';
import styles from '@/components/shell/office.module.css';
import { Preferences } from '@/components/shell/preferences';
import { Sidebar } from '@/components/shell/sidebar';
import { SoftNavigation } from '@/components/shell/soft-navigation';
import { themeOf } from '@/components/shell/theme';
import { SignOut, UserMenu } from '@/components/shell/user-menu';
import { countRecords } from '@/lib/domain/overview/count-records';
import { can } from '@/lib/domain/permissions';
import { pageCtx, pageSettings } from '@/lib/entry/page';
import { signOutAction } from '../(auth)/sign-out';
import { chooseLanguage, chooseTheme } from '../preferences';

async function OfficeDemoStrip() {
  const { clients, orders } = await countRecords(await pageCtx());
  return <DemoStrip clients={clients} orders={orders} />;
}

export default async function OfficeLayout({ children }: { children: ReactNode }) {
  const [ctx, settings, t, jar] = await Promise.all([pageCtx(), pageSettings(), getTranslations('nav'), cookies()]);
  const preferences = { theme: themeOf(jar.get('theme')?.value), chooseTheme, chooseLanguage };
  return (
    <>
      <a href="#content" className={styles.skip}>
        {t('skip')}
      </a>
      {settings.demo === 1 ? <OfficeDemoStrip /> : null}
      <div className={styles.frame}>
        <Sidebar organisation={settings.organisation}>
          <UserMenu actor={ctx.actor} signOut={signOutAction} {...preferences} />
        </Sidebar>
        <main id="content" tabIndex={-1} className={styles.main}>
          {children}
        </main>
      </div>
      <BottomBar mayOrder={can(ctx, 'order.write')}>
        <a href="/history">{t('history')}</a>
        <a href="/bin">{t('bin')}</a>
        <a href="/settings">{t('settings')}</a>
        <Preferences {...preferences} />
        <SignOut signOut={signOutAction} />
      </BottomBar>
      <SoftNavigation />
    </>
  );
}
