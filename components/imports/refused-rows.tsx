import { IconDownload } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import buttons from '@/components/form/button.module.css';
import type { ImportView } from '@/lib/domain/imports/get-import';
import type { ImportRow } from '@/lib/domain/imports/import-row';
import { apiWords, type ErrorKey } from '@/lib/i18n/api-translator';
import { useShownCell } from './cell-words';
import styles from './import.module.css';
import { cellText, rowColumns } from './row-columns';

interface RefusedRowsProps {
  view: ImportView;
  /** The first of them. */
  rows: ImportRow[];
}

/** What could not be written and why, and all rows that were left out as a file to be put right. */
export function RefusedRows({ view: { id, entity, mapping, counts, refused }, rows }: RefusedRowsProps) {
  const t = useTranslations('importing');
  const words = apiWords(useLocale());
  const show = useShownCell();
  const left = counts.error + refused;
  const [first] = rowColumns(entity, mapping).filter(({ key }) => key !== 'id');
  if (left === 0) return null;
  return (
    <section>
      {rows.length > 0 ? <h2>{t('refusedTitle')}</h2> : null}
      <ul className={styles.list}>
        {rows.map((row) => (
          <li key={row.id}>
            {t('rowNo', { n: row.rowNo })}
            {first ? `, ${cellText(first, row.cells.fields, [], 'file', show)}` : null}:{' '}
            {words.error(row.refusal as ErrorKey, { count: '' })}
          </li>
        ))}
      </ul>
      {refused > rows.length ? <p className="quiet">{t('moreProblems', { n: refused - rows.length })}</p> : null}
      <p className={styles.ways}>
        <a href={`/files/imports/${id}/bad?format=xlsx`} download="" className={buttons.button}>
          <IconDownload size={16} stroke={1.6} aria-hidden="true" />
          {t('badRows', { n: left })}
        </a>
      </p>
    </section>
  );
}
