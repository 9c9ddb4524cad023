import { IconEraser } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import notes from '@/components/states/note.module.css';
import type { Format } from '@/lib/i18n/format';

/** Over the card of a client of whom only a number is left. */
export function ErasedStrip({ erasedAt, format }: { erasedAt: number; format: Format }) {
  const t = useTranslations('erase');
  return (
    <p className={`${notes.warn} ${notes.strip}`} role="status">
      <IconEraser size={16} stroke={1.6} aria-hidden="true" />
      {t('erased', { when: format.longDateTime(erasedAt) })}
    </p>
  );
}
