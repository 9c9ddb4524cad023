import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { KeyLayer } from '@/components/keyboard/key-layer';
import { BottomBar } from '@/components/shell/bottom-bar';
import { DemoStrip } from '@/components/shell/demo-strip';
import styles from '@/components/shell/office.module.css';
import { Preferences } from '@/components/shell/preferences';
import { otherSections, sections } from '@/components/shell/sections';
import { Sidebar } from '@/components/shell/sidebar';
import { SidebarViews } from '@/components/shell/sidebar-views';
import { SoftNavigation } from '@/components/shell/soft-navigation';
import { themeOf } from '@/components/shell/theme';
import { SignOut, UserMenu } from '@/components/shell/user-menu';
import { Toasts } from '@/components/toast/toasts';
import { countRecords, countWaiting } from '@/lib/domain/overview/count-records';
import { can } from '@/lib/domain/permissions';
import { getKeyboard } from '@/lib/domain/preferences/keyboard';
import { pageCtx, pageSettings } from '@/lib/entry/page';
import { leftToast } from '@/lib/entry/toast';
import { signOutAction } from '../(auth)/sign-out';
import { chooseLanguage, chooseTheme } from '../preferences';
import { findAction, shortcutsAction } from './find';
import { settingsHref } from './settings/sections';
import { undoToastAction } from './undo-toast';

/** What has no place under the thumb. */
const more = [...sections.slice(3), ...otherSections];

async function OfficeDemoStrip() {
  const { clients, orders } = await countRecords(await pageCtx());
  return <DemoStrip clients={clients} orders={orders} />;
}

export default async function OfficeLayout({ children }: { children: ReactNode }) {
  const [ctx, settings, t, jar] = await Promise.all([pageCtx(), pageSettings(), getTranslations(), cookies()]);
  const [waiting, toast, { letters }] = await Promise.all([countWaiting(ctx), leftToast(), getKeyboard(ctx)]);
  const words = { palette: t('palette.title'), paletteHint: t('palette.hint'), shortcuts: t('keys.title'), close: t('toast.close') };
  const preferences = { theme: themeOf(jar.get('theme')?.value), chooseTheme, chooseLanguage };
  return (
    <>
      <a href="#content" className={styles.skip}>
        {t('nav.skip')}
      </a>
      {settings.demo === 1 ? <OfficeDemoStrip /> : null}
      <div className={styles.frame}>
        <Sidebar organisation={settings.organisation} waiting={waiting} settings={settingsHref(ctx)} views={<SidebarViews ctx={ctx} />}>
          <UserMenu actor={ctx.actor} signOut={signOutAction} {...preferences} />
        </Sidebar>
        <main id="content" tabIndex={-1} className={styles.main}>
          {children}
        </main>
      </div>
      <BottomBar mayOrder={can(ctx, 'order.write')}>
        {more.map(({ key, href }) => (
          <a key={key} href={key === 'settings' ? settingsHref(ctx) : href}>
            {t(`nav.${key}`)}
          </a>
        ))}
        <Preferences {...preferences} />
        <SignOut signOut={signOutAction} />
      </BottomBar>
      <Toasts first={toast} words={{ undo: t('toast.undo'), close: t('toast.close') }} undo={undoToastAction} />
      <SoftNavigation />
      <KeyLayer letters={letters} mayOrder={can(ctx, 'order.write')} words={words} find={findAction} shortcuts={shortcutsAction} />
    </>
  );
}
