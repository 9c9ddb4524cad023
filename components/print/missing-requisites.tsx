import { useTranslations } from 'next-intl';
import notes from '@/components/states/note.module.css';
import type { Requisite } from '@/lib/export/print/requisites';

/** What the document lacks, and where an administrator enters it. */
export function MissingRequisites({ missing, maySet }: { missing: Requisite[]; maySet: boolean }) {
  const t = useTranslations('print');
  if (missing.length === 0) return null;
  const names = missing.map((name) => t(`requisites.${name}`)).join(', ');
  return (
    <p className={notes.warn}>
      <span>{t('missing', { names })}</span>
      {maySet ? <a href="/settings">{t('toSettings')}</a> : <span>{t('askAdmin')}</span>}
    </p>
  );
}
