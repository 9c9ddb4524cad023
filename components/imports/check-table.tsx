import { useTranslations } from 'next-intl';
import type { ImportView } from '@/lib/domain/imports/get-import';
import type { ImportRow } from '@/lib/domain/imports/import-row';
import { useFieldName } from './cell-words';
import { CheckRow, type CheckRowProps } from './check-row';
import styles from './check-table.module.css';
import { LiveRows, type RowAnswer } from './live-rows';
import { lineFields, rowColumns } from './row-columns';

interface CheckTableProps extends Pick<CheckRowProps, 'back' | 'nameOf' | 'action'> {
  view: ImportView;
  rows: ImportRow[];
  /** The same with scripts: what has become of the row. */
  answer: (data: FormData) => Promise<RowAnswer>;
}

/** The records of a file with what would become of each; on phones every record is a block. */
export function CheckTable({ view: { entity, mapping }, rows, answer, ...given }: CheckTableProps) {
  const t = useTranslations('importing');
  const nameOf = useFieldName();
  const columns = rowColumns(entity, mapping);
  const lines = lineFields(entity, mapping);
  const head = (
    <thead>
      <tr>
        <th scope="col" className={styles.no}>
          {t('row')}
        </th>
        <th scope="col">{t('willBe')}</th>
        {columns.map(({ key }) => (
          <th key={key} scope="col">
            {nameOf(key)}
          </th>
        ))}
      </tr>
    </thead>
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls by the keyboard, too
    <section className={styles.scroll} aria-label={t('tabsLabel')} tabIndex={0}>
      <LiveRows
        // Another page of rows is another table.
        key={given.back}
        className={styles.table}
        head={head}
        rows={rows.map((row) => ({ id: row.id, node: <CheckRow row={row} columns={columns} lines={lines} {...given} /> }))}
        answer={answer}
        lost={t('notSaved')}
      />
    </section>
  );
}
