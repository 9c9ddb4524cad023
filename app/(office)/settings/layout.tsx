import type { ReactNode } from 'react';
import { SettingsNav } from '@/components/settings/settings-nav';
import styles from '@/components/settings/settings-nav.module.css';
import { pageCtx } from '@/lib/entry/page';
import { sectionsFor } from './sections';

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <div className={styles.frame}>
      <SettingsNav sections={sectionsFor(await pageCtx())} />
      <div className={styles.page}>{children}</div>
    </div>
  );
}
