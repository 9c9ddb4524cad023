import { useTranslations } from 'next-intl';
import type { ToldEntry } from '@/lib/domain/history/list-history';
import type { Format } from '@/lib/i18n/format';
import styles from './settings.module.css';

interface LastChangeProps {
  entry: ToldEntry | undefined;
  format: Format;
  /** All changes. */
  history: string;
}

/** «Изменила О. Сафина, 14 октября 2026, 10:12», and the way to what was before. */
export function LastChange({ entry, format, history }: LastChangeProps) {
  const t = useTranslations();
  if (!entry) return null;
  const { operation, gender } = entry;
  const name = operation.actorName || t('history.nobody');
  return (
    <p className={styles.changed}>
      {t('settings.changed', { g: gender, name, when: format.longDateTime(operation.at) })} · <a href={history}>{t('history.title')}</a>
    </p>
  );
}
