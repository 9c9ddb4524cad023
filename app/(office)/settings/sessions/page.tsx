import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { singleParams } from '@/components/data-table/list-url';
import { SavedStrip } from '@/components/settings/saved-strip';
import { SessionList } from '@/components/settings/session-list';
import styles from '@/components/settings/settings.module.css';
import { PageHead } from '@/components/shell/page-head';
import { Problem } from '@/components/states/problem';
import { listSessions } from '@/lib/auth/session-list';
import { pageCtx, pageFormat } from '@/lib/entry/page';
import type { ListPageProps } from '../../../page-props';
import { endAllSessionsAction, endSessionAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings.sections'))('sessions') };
}

export default async function SessionsPage({ searchParams }: ListPageProps) {
  const { saved, problem } = singleParams(await searchParams);
  const [ctx, format, t] = await Promise.all([pageCtx(), pageFormat(), getTranslations()]);
  return (
    <>
      <PageHead title={t('settings.sections.sessions')} />
      <Problem code={problem} />
      <SavedStrip saved={saved} />
      <div className={styles.sections}>
        <section className={styles.section}>
          <p className={styles.text}>{t('sessions.text')}</p>
          <SessionList
            sessions={await listSessions(ctx, ctx.actor.id)}
            userId={ctx.actor.id}
            own={ctx.actor.sessionId}
            format={format}
            end={endSessionAction}
            endAll={endAllSessionsAction}
          />
        </section>
      </div>
    </>
  );
}
