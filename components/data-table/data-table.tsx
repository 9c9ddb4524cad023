import { useTranslations } from 'next-intl';
import type { CSSProperties, ReactNode } from 'react';
import { columnWidth, type Density } from '@/lib/domain/preferences/schema';
import { neededWidth, type PlacedColumn } from './column';
import { DataRows, type RowFacts } from './data-rows';
import { type ListUrl, listHref } from './list-url';
import { ariaSort, SortLink } from './sort-heading';
import styles from './table.module.css';

interface DataTableProps<Row> {
  caption: string;
  /** Of the table, for how its rows stand on phones. */
  className: string | undefined;
  columns: readonly PlacedColumn<Row>[];
  rows: readonly Row[];
  idOf: (row: Row) => number;
  url: ListUrl<unknown, string>;
  density: Density;
  /** What the mark of a row in front is called, where rows can be marked. */
  tick?: ((row: Row) => string) | undefined;
  about: (row: Row) => RowFacts;
  /** A heading over the rows of a day, on phones. */
  group?: ((row: Row, previous: Row | undefined) => ReactNode) | undefined;
}

function classes(...names: (string | false | undefined)[]): string | undefined {
  return names.filter(Boolean).join(' ') || undefined;
}

function givesOf({ gives }: { gives?: 'soon' | 'late' }): string | undefined {
  return gives && styles[gives];
}

function Heading<Row>({ column, url }: { column: PlacedColumn<Row>; url: ListUrl<unknown, string> }) {
  const t = useTranslations('lists');
  const { name, label, sort, given } = column;
  const filtered = column.conditions?.some((condition) => url.params[condition] !== undefined);
  return (
    <th
      scope="col"
      className={classes(column.number && styles.number, givesOf(column))}
      aria-sort={ariaSort(url.page, sort)}
      data-column={name}
    >
      {sort ? (
        <SortLink label={label} name={sort} sorting={url.page} href={(to) => listHref(url, { sort: to })} fromTop={column.fromTop} />
      ) : (
        label
      )}
      {filtered ? (
        <span className={styles.dot}>
          <span className="hidden">{t('hasCondition')}</span>
        </span>
      ) : null}
      {given === undefined ? null : (
        // biome-ignore lint/a11y/useSemanticElements: a splitter that can be moved is no line between paragraphs
        <span
          role="separator"
          aria-orientation="vertical"
          aria-label={t('widthOf', { name: label })}
          aria-valuenow={given}
          aria-valuemin={columnWidth.min}
          aria-valuemax={columnWidth.max}
          tabIndex={0}
          data-resize={name}
          className={styles.resize}
        />
      )}
    </th>
  );
}

/** From which width of the window on a table of this need stands without scrolling inside itself. */
const fits = [
  { upTo: 720, className: undefined },
  { upTo: 960, className: styles.wide1200 },
  { upTo: 1200, className: styles.wide1440 },
  { upTo: 1660, className: styles.wide1900 },
];

/** The rows of a list under their headings. Widths come with the page, so nothing moves once it stands. */
export function DataTable<Row>({ caption, className, columns, rows, idOf, url, density, tick, about, group }: DataTableProps<Row>) {
  const t = useTranslations();
  const need = neededWidth(columns) + (tick ? 52 : 0);
  const wide = fits.find(({ upTo }) => need <= upTo) ?? { className: styles.wide };
  return (
    <div className={classes(styles.scroll, wide.className)} data-density={density}>
      <table className={classes(styles.table, styles.fixed, className)}>
        <caption className="hidden">{caption}</caption>
        <colgroup>
          {tick ? <col className={styles.tickCol} /> : null}
          {columns.map((column) => (
            <col
              key={column.name}
              data-col={column.name}
              className={classes(column.given !== undefined && styles.col, givesOf(column))}
              style={column.given === undefined ? undefined : ({ '--w': `${column.given}px` } as CSSProperties)}
            />
          ))}
        </colgroup>
        <thead>
          <tr>
            {tick ? (
              <th scope="col" data-ticks="" className={styles.tickCell}>
                <span className="hidden">{t('lists.marks')}</span>
                <input type="checkbox" data-tick-page="" data-needs-script="" aria-label={t('lists.markPage')} className={styles.tick} />
              </th>
            ) : null}
            {columns.map((column) => (
              <Heading key={column.name} column={column} url={url} />
            ))}
          </tr>
        </thead>
        <DataRows
          columns={columns.map((column) => ({
            name: column.name,
            className: classes(column.number && styles.number, column.cut && styles.cut, givesOf(column)),
          }))}
          rows={rows.map((row, at) => ({
            id: idOf(row),
            ...about(row),
            cells: columns.map((column) => column.cell(row)),
            tick: tick?.(row),
            above: group?.(row, rows[at - 1]),
          }))}
          none={t('common.none')}
        />
      </table>
    </div>
  );
}
