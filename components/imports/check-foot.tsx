import { IconDownload } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import buttons from '@/components/form/button.module.css';
import type { ImportView } from '@/lib/domain/imports/get-import';
import styles from './import.module.css';
import { importHref } from './import-url';

interface CheckFootProps {
  view: ImportView;
  /** Records that would be written. */
  writing: number;
  action: (data: FormData) => Promise<never>;
}

/** The rows that are no good as a file, and the button that writes the others. */
export function CheckFoot({ view: { id, counts }, writing, action }: CheckFootProps) {
  const t = useTranslations('importing');
  const only = Object.entries(counts).every(([kind, n]) => kind === 'same' || n === 0);
  return (
    <div className={styles.foot}>
      {counts.error > 0 ? (
        <a href={`/files/imports/${id}/bad?format=xlsx`} download="" className={`${buttons.button} ${buttons.large} ${styles.start}`}>
          <IconDownload size={16} stroke={1.6} aria-hidden="true" />
          {t('badRows', { n: counts.error })}
        </a>
      ) : (
        <span className={styles.start} />
      )}
      <span className={styles.footNote}>{t(writing > 0 ? 'footNote' : only ? 'nothing' : 'nothingGood')}</span>
      <a href={importHref(id, 'columns')} className={`${buttons.button} ${buttons.large} ${styles.leave}`}>
        {t('back')}
      </a>
      {writing > 0 ? (
        <form action={action}>
          <input type="hidden" name="import" value={id} />
          <button type="submit" className={`${buttons.primary} ${buttons.large}`}>
            {t('apply', { n: writing })}
          </button>
        </form>
      ) : null}
    </div>
  );
}
