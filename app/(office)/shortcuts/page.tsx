import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ShortcutTable } from '@/components/keyboard/shortcut-table';
import styles from '@/components/keyboard/shortcut-table.module.css';
import { PageHead } from '@/components/shell/page-head';
import { pageCtx } from '@/lib/entry/page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('keys'))('title') };
}

/** The table of keys as a page of its own, for browsers without JavaScript. */
export default async function ShortcutsPage() {
  const [t] = await Promise.all([getTranslations('keys'), pageCtx()]);
  return (
    <>
      <PageHead title={t('title')} />
      <div className={styles.page}>
        <ShortcutTable />
      </div>
    </>
  );
}
