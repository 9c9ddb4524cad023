import { useTranslations } from 'next-intl';
import { selectionForm } from '@/components/data-table/row-tick';
import buttons from '@/components/form/button.module.css';
import styles from './bulk.module.css';

/** Under a list: change the rows that are ticked, or all that were found. */
export function SelectBar({ action, all }: { action: string; all: string }) {
  const t = useTranslations('bulk');
  return (
    <form id={selectionForm} action={action} method="get" className={styles.select} data-no-script="">
      <button type="submit" className={buttons.button}>
        {t('selected')}
      </button>
      <a href={all}>{t('all')}</a>
    </form>
  );
}
