import { useTranslations } from 'next-intl';
import notes from '@/components/states/note.module.css';

/** Says that the last form was saved, from `?saved=…`. */
export function SavedStrip({ saved }: { saved: string | undefined }) {
  const t = useTranslations('settings');
  return saved ? (
    <p role="status" className={`${notes.ok} ${notes.strip}`}>
      {t('saved')}
    </p>
  ) : null;
}
