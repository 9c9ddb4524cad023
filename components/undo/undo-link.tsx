import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import styles from './undo.module.css';

/** The way to take an operation back, or the word that it was. */
export function UndoLink({ operationId, undone, allowed }: { operationId: number; undone: boolean; allowed: boolean }) {
  const t = useTranslations('undo');
  if (undone) return <span className={styles.undone}>{t('undone')}</span>;
  if (!allowed) return null;
  return (
    <a href={`/history/${operationId}/undo`} className={styles.link}>
      <IconArrowBackUp size={14} stroke={1.6} aria-hidden="true" />
      {t('undo')}
    </a>
  );
}
