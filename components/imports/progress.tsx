import { useTranslations } from 'next-intl';
import buttons from '@/components/form/button.module.css';
import type { Import } from '@/lib/domain/imports/import-record';
import { FollowImport } from './follow-import';
import styles from './import.module.css';

/** How far an import has come, by rows. */
export function importShare({ state, rowsRead, rowsTotal, applied, refused, toApply }: Omit<Import, 'mapping' | 'file'>) {
  const done = state === 'checking' ? rowsRead : applied + refused;
  // A file may turn out to have more rows than it said.
  return { done, total: Math.max(state === 'checking' ? rowsTotal : toApply, done, 1) };
}

interface ImportProgressProps {
  view: Import;
  /** Absent where there is nothing to stop. */
  stop?: (data: FormData) => Promise<never>;
}

/** Rows looked through, or written, as a bar that tells the truth; the page may be left. */
export function ImportProgress({ view, stop }: ImportProgressProps) {
  const t = useTranslations('importing');
  const { done, total } = importShare(view);
  const checking = view.state === 'checking';
  return (
    <section className={styles.progress}>
      <noscript>
        <meta httpEquiv="refresh" content="1" />
      </noscript>
      <h2>{t(checking ? 'checking' : 'applying')}</h2>
      <FollowImport
        href={`/imports/${view.id}/progress`}
        state={view.state}
        barClass={styles.bar}
        label={t(checking ? 'checking' : 'applying')}
        first={{ done, total, text: t(checking ? 'progressLeft' : 'progressApplied', { done, total }) }}
      />
      <p className="quiet">{t('mayLeave')}</p>
      {stop ? (
        <form action={stop}>
          <input type="hidden" name="import" value={view.id} />
          <button type="submit" className={buttons.button}>
            {t('stop')}
          </button>
        </form>
      ) : null}
    </section>
  );
}
