import { useTranslations } from 'next-intl';
import type { ImportRow } from '@/lib/domain/imports/import-row';
import { useFieldName } from './cell-words';
import styles from './check-table.module.css';
import { FixCell, type RowAction } from './fix-cell';

interface RowLinesProps {
  row: ImportRow;
  fields: readonly string[];
  /** Columns of the records. */
  width: number;
  hidden: Record<string, string | number>;
  action: RowAction;
}

/** What is in an order, a row of the file each; a bad cell is put right where it stands. */
export function RowLines({ row: { cells, detail, rowNo }, fields, width, hidden, action }: RowLinesProps) {
  const t = useTranslations('importing');
  const nameOf = useFieldName();
  return (cells.lines ?? []).map((line) => {
    const problems = detail.problems.filter((problem) => problem.line === line.rowNo);
    const bad = new Set(problems.map(({ field }) => field));
    const shown = [...fields, ...[...bad].filter((field) => !fields.includes(field))];
    return (
      <tr key={line.rowNo} className={styles.line}>
        <td className={`num ${styles.no}`}>
          <span className={styles.word}>{t('row')} </span>
          {line.rowNo}
        </td>
        <td className={styles.verdict}>
          <span className="hidden">{t('line')}</span>
        </td>
        <td colSpan={Math.max(width, 1)}>
          <span className={styles.goods}>
            {shown.map((field) =>
              bad.has(field) ? (
                <FixCell
                  key={field}
                  hidden={hidden}
                  rowNo={rowNo}
                  field={field}
                  line={line.rowNo}
                  text={line.fields[field] ?? ''}
                  problems={problems.filter((problem) => problem.field === field)}
                  action={action}
                />
              ) : line.fields[field] ? (
                <span key={field}>
                  {field === 'product' ? null : <span className="muted">{nameOf(field)} </span>}
                  {line.fields[field]}
                </span>
              ) : null,
            )}
          </span>
        </td>
      </tr>
    );
  });
}
