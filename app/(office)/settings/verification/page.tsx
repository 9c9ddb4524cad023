import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { singleParams } from '@/components/data-table/list-url';
import buttons from '@/components/form/button.module.css';
import styles from '@/components/settings/settings.module.css';
import { VerificationList } from '@/components/settings/verification-list';
import { PageHead } from '@/components/shell/page-head';
import notes from '@/components/states/note.module.css';
import { Problem } from '@/components/states/problem';
import { listVerifications } from '@/lib/domain/verify/list-verifications';
import { pageCtxFor, pageFormat } from '@/lib/entry/page';
import { runningVerification } from '@/lib/verify-run';
import type { ListPageProps } from '../../../page-props';
import { verifyNow } from './actions';

/** As many as a month of daily ones. */
const shown = 30;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('verification'))('title') };
}

export default async function VerificationPage({ searchParams }: ListPageProps) {
  const ctx = await pageCtxFor('verification.read');
  const { problem } = singleParams(await searchParams);
  const [runs, format, t] = await Promise.all([listVerifications(ctx, shown), pageFormat(), getTranslations()]);
  const running = runningVerification(ctx.now().getTime());
  return (
    <>
      <PageHead title={t('verification.title')} />
      <Problem code={problem} />
      {running ? (
        <p role="status" className={`${notes.warn} ${notes.strip}`}>
          {t('verification.running', { time: format.time(running.since) })}
          <a href="/settings/verification">{t('verification.refresh')}</a>
        </p>
      ) : null}
      <div className={styles.sections}>
        <section className={styles.section}>
          <p className={styles.text}>{t('verification.what')}</p>
          {running ? null : (
            <form action={verifyNow}>
              <button type="submit" className={buttons.primary}>
                {t('verification.start')}
              </button>
            </form>
          )}
        </section>
        <section className={styles.section}>
          <h2>{t('verification.last')}</h2>
          {runs.length === 0 ? <p className="quiet">{t('verification.none')}</p> : <VerificationList runs={runs} format={format} />}
        </section>
      </div>
    </>
  );
}
