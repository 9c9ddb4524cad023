import { IconBookmark } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { countView } from '@/components/views/count-view';
import { viewHref } from '@/components/views/view-url';
import type { Ctx } from '@/lib/domain/context';
import { listViews } from '@/lib/domain/views/list-views';
import styles from './sidebar.module.css';

/** Views that the sidebar shows; all of them stand over their lists. */
const shown = 6;

/** «Мои виды»: saved views with how many records each finds now. */
export async function SidebarViews({ ctx }: { ctx: Ctx }) {
  const [t, views] = await Promise.all([getTranslations('nav'), listViews(ctx)]);
  if (views.length === 0) return null;
  const counted = await Promise.all(views.slice(0, shown).map(async (view) => ({ view, count: await countView(ctx, view) })));
  return (
    <nav aria-label={t('views')} className={`${styles.nav} ${styles.views}`}>
      <p className={styles.group} aria-hidden="true">
        {t('views')}
      </p>
      {counted.map(({ view, count }) => (
        <a key={view.id} href={viewHref(view)} className={styles.link} title={view.name}>
          <IconBookmark size={17} stroke={1.6} aria-hidden="true" />
          <span className={styles.viewName}>{view.name}</span>
          <span className={styles.count} aria-hidden="true">
            {count ?? ''}
          </span>
        </a>
      ))}
    </nav>
  );
}
