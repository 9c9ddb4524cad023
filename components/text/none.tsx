import { useTranslations } from 'next-intl';

/** An empty cell: a dash for the eye, words for the ear. */
export function None() {
  const t = useTranslations('common');
  return (
    <span className="muted">
      <span aria-hidden="true">—</span>
      <span className="hidden">{t('none')}</span>
    </span>
  );
}
