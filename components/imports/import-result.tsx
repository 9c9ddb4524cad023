import { IconArrowBackUp } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import buttons from '@/components/form/button.module.css';
import notes from '@/components/states/note.module.css';
import type { ImportView } from '@/lib/domain/imports/get-import';
import { apiWords, type ErrorKey } from '@/lib/i18n/api-translator';
import styles from './import.module.css';

const titles = { done: 'doneTitle', stopped: 'stoppedTitle', failed: 'failedTitle' } as const;

/** What has become of a file: how many records it has made and changed, and the way back. */
export function ImportResult({ view, undone }: { view: ImportView; undone: boolean }) {
  const t = useTranslations('importing');
  const words = apiWords(useLocale());
  const { entity, state, failure, groupId, counts } = view;
  const { created, edited, restored } = view.file.made;
  const all = Object.values(counts).reduce((sum, n) => sum + n, 0);
  const skipped = all - counts.same - created - edited - restored;
  const again = `/imports/new?entity=${entity}`;
  return (
    <section>
      <h2>{t(titles[state as keyof typeof titles] ?? 'doneTitle')}</h2>
      {failure && !failure.startsWith('file_') ? (
        <p role="alert" className={notes.bad}>
          {words.error(failure as ErrorKey)}
        </p>
      ) : null}
      {state === 'failed' ? null : (
        <p role="status" className={styles.text}>
          {t('result', { a: created, b: edited + restored, c: skipped })}
          {undone ? null : state === 'stopped' ? `. ${t('stoppedText')}` : null}
        </p>
      )}
      {undone ? <p className={notes.warn}>{t('undoneText')}</p> : null}
      <div className={styles.ways}>
        {groupId !== null && !undone ? (
          <>
            <a href={`/history?group=${groupId}`} className={`${buttons.primary} ${buttons.large}`}>
              {t('openLoaded')}
            </a>
            <a href={`/imports/${view.id}/undo`} className={`${buttons.button} ${buttons.large}`}>
              <IconArrowBackUp size={16} stroke={1.6} aria-hidden="true" />
              {t('undo')}
            </a>
          </>
        ) : null}
        <a href={again} className={`${groupId !== null && !undone ? buttons.plain : buttons.button} ${buttons.large}`}>
          {t('another')}
        </a>
      </div>
    </section>
  );
}
