import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { None } from '@/components/text/none';
import type { ImportRow } from '@/lib/domain/imports/import-row';
import type { CellChange } from '@/lib/domain/imports/schema';
import { useFieldName, useShownCell } from './cell-words';
import styles from './check-table.module.css';
import { FixCell, type RowAction } from './fix-cell';
import { RowChoice, Sides } from './row-choice';
import { cellText, type RowColumn } from './row-columns';
import { RowLines } from './row-lines';

export interface CheckRowProps {
  row: ImportRow;
  columns: readonly RowColumn[];
  /** Fields of an order's lines. */
  lines: readonly string[];
  /** This very page, to come back to. */
  back: string;
  /** What the records are called that a row may be. */
  nameOf: (id: number) => string;
  action: RowAction;
}

/** Columns that a record is called by. */
const names: readonly string[] = ['full_name', 'last_name', 'company', 'client_name', 'name'];

/** Both sides have changed it: what it was at first is known to differ from what it is. */
function isConflict(change: CellChange): boolean {
  return change.was !== undefined;
}

function Changed({ now, file }: { now: string; file: string }) {
  const t = useTranslations('importing');
  return (
    <span className={styles.changed}>
      <del>
        <span className="hidden">{t('was')} </span>
        {now || '—'}
      </del>
      <ins>
        <span className="hidden">{t('becomes')} </span>
        {file || '—'}
      </ins>
    </span>
  );
}

/** One column of a record: as the file has it, what changes, what is wrong, or whose value stays. */
function Cell({ column, row, hidden, action }: Pick<CheckRowProps, 'row' | 'action'> & { column: RowColumn; hidden: Hidden }) {
  const t = useTranslations('importing');
  const nameOf = useFieldName();
  const show = useShownCell();
  const { cells, detail, choice } = row;
  const within = ({ field }: { field: string }) => column.fields.includes(field);
  const problems = detail.problems.filter((problem) => problem.line === undefined && within(problem));
  const changes = detail.changes.filter(within);
  const conflicts = changes.filter(isConflict);
  const others = detail.changes.filter(isConflict);
  const parts: ReactNode[] = [];
  for (const field of new Set(problems.map((problem) => problem.field)))
    parts.push(
      <FixCell
        key={field}
        hidden={hidden}
        rowNo={row.rowNo}
        field={field}
        text={cells.fields[field] ?? ''}
        problems={problems.filter((problem) => problem.field === field)}
        action={action}
      />,
    );
  for (const { field, now, file } of conflicts) {
    const takes = (name: string) => choice?.fromFile?.some((taken) => taken === name || taken === '*') ?? false;
    const rest = others.filter((change) => change.field !== field);
    parts.push(
      <Sides
        key={field}
        rowNo={row.rowNo}
        field={field}
        name={nameOf(field)}
        now={show(field, now)}
        file={show(field, file)}
        takesFile={takes(field)}
        hidden={{
          ...hidden,
          ...Object.fromEntries(rest.map((change) => [`take.${change.field}`, takes(change.field) ? 'file' : 'system'])),
        }}
        action={action}
      />,
    );
  }
  if (parts.length > 0) return parts;
  if (changes.length > 0)
    return (
      <Changed now={cellText(column, cells.fields, changes, 'now', show)} file={cellText(column, cells.fields, changes, 'file', show)} />
    );
  const text = cellText(column, cells.fields, [], 'file', show) || <None />;
  if (detail.newClient === undefined || column.key !== 'client_name') return text;
  return (
    <span>
      {text} <span className={`${styles.tag} ${styles.new}`}>{t('newClient')}</span>
    </span>
  );
}

type Hidden = Record<string, string | number>;

/** What concerns none of the columns shown: a field that the file does not have, lines of an order as a whole. */
function Loose({ row, columns, hidden, action }: Pick<CheckRowProps, 'row' | 'columns' | 'action'> & { hidden: Hidden }) {
  const nameOf = useFieldName();
  const shown = (field: string) => columns.some(({ fields }) => fields.includes(field));
  const problems = row.detail.problems.filter(({ field, line }) => line === undefined && !shown(field));
  const changes = row.detail.changes.filter(({ field }) => !shown(field));
  if (problems.length === 0 && changes.length === 0) return null;
  return (
    <tr className={styles.line}>
      <td />
      <td />
      <td colSpan={Math.max(columns.length, 1)}>
        <span className={styles.goods}>
          {problems.map((problem) => (
            <span key={`${problem.field} ${problem.rule}`}>
              {nameOf(problem.field)}{' '}
              <FixCell
                hidden={hidden}
                rowNo={row.rowNo}
                field={problem.field}
                text={row.cells.fields[problem.field] ?? ''}
                problems={[problem]}
                action={action}
              />
            </span>
          ))}
          {changes.map((change) => (
            <span key={change.field}>
              {nameOf(change.field)} <Changed {...change} />
            </span>
          ))}
        </span>
      </td>
    </tr>
  );
}

/** A record of the file with its verdict; the lines of an order stand below it. */
export function CheckRow({ row, columns, lines, back, nameOf, action }: CheckRowProps) {
  const t = useTranslations('importing');
  const wordOf = useFieldName();
  const { id, importId, rowNo, kind } = row;
  const hidden = { import: importId, row: id, back };
  const decided = kind === 'duplicate' || kind === 'binned';
  const last = columns.length - 1;
  const named = (columns.find(({ key }) => names.includes(key)) ?? columns.find(({ key }) => key !== 'id'))?.key;
  return (
    <>
      <tr id={`row-${id}`} data-kind={kind} tabIndex={-1}>
        <td className={`num ${styles.no}`}>
          <span className={styles.word}>{t('row')} </span>
          {rowNo}
        </td>
        <td className={styles.verdict}>
          <span className={`${styles.tag} ${styles[kind]}`}>{t(`kinds.${kind}`)}</span>
        </td>
        {columns.map((column, n) => (
          <td
            key={column.key}
            data-label={wordOf(column.key)}
            data-decision={decided && n === last && last > 0 ? '' : undefined}
            className={column.key === named ? styles.key : undefined}
          >
            {decided && n === last && last > 0 ? (
              <RowChoice row={row} hidden={hidden} nameOf={nameOf} action={action} />
            ) : (
              <Cell column={column} row={row} hidden={hidden} action={action} />
            )}
            {decided && last === 0 ? <RowChoice row={row} hidden={hidden} nameOf={nameOf} action={action} /> : null}
          </td>
        ))}
      </tr>
      <RowLines row={row} fields={lines} width={columns.length} hidden={hidden} action={action} />
      <Loose row={row} columns={columns} hidden={hidden} action={action} />
    </>
  );
}
