import { useTranslations } from 'next-intl';
import type { CSSProperties } from 'react';
import { ariaSort, SortLink } from '@/components/data-table/sort-heading';
import { Money } from '@/components/text/money';
import type { SortedBy } from '@/lib/domain/list-page';
import type { Analysis, GroupRow } from '@/lib/domain/reports/analysis';
import type { Format } from '@/lib/i18n/format';
import { GroupRowCells, RowName } from './group-row';
import styles from './group-table.module.css';
import { listOfClass, ordersBehind, ordersOfClass, ordersOfRow, pendingOf } from './report-links';
import { type ReportUrl, reportHref } from './report-url';
import { rowName, shareText } from './report-words';
import { SectionHead } from './section-head';
import { hasClasses, isOfTime, openAtFirst, type Section, sectionsOf } from './sections';

interface GroupTableProps {
  analysis: Analysis;
  url: ReportUrl;
  format: Format;
}

/** Rows of a section until one asks for all of them. */
const rowsAtFirst = { headed: 6, plain: 100 };

/** The columns of a table: a product has pieces, other rows have orders that wait. */
export function columnsOf(
  groups: readonly string[],
): { name: 'orders' | 'pending' | 'quantity' | 'total'; word: 'orders' | 'pending' | 'quantity' | 'sum' }[] {
  const second = groups.includes('product')
    ? ({ name: 'quantity', word: 'quantity' } as const)
    : ({ name: 'pending', word: 'pending' } as const);
  return [{ name: 'orders', word: 'orders' }, second, { name: 'total', word: 'sum' }];
}

function Head({ url }: Pick<GroupTableProps, 'url'>) {
  const t = useTranslations('reportPage');
  const { groups } = url.question;
  const [group = 'client'] = groups;
  const own: SortedBy<string> = isOfTime(group) ? { sort: '' } : { sort: 'total', descending: true };
  const sorting = url.sorting ?? own;
  const link = (name: string, label: string, fromTop: boolean) => (
    <SortLink label={label} name={name} sorting={sorting} href={(sort) => `${reportHref(url, { sort })}#rows`} fromTop={fromTop} />
  );
  return (
    <thead>
      <tr>
        <th scope="col" aria-sort={ariaSort(sorting, 'name')}>
          {link('name', t(`groups.${group}`), false)}
        </th>
        {columnsOf(groups).map(({ name, word }) => (
          <th
            key={name}
            scope="col"
            className={name === 'total' ? styles.number : `${styles.number} ${styles.late}`}
            aria-sort={ariaSort(sorting, name)}
          >
            {link(name, t(`columns.${word}`), true)}
          </th>
        ))}
        <th scope="col" className={`${styles.number} ${styles.late} ${styles.share}`}>
          {t('columns.share')}
        </th>
        <th scope="col" className={`${styles.number} ${styles.late}`}>
          {t('columns.cumulative')}
        </th>
      </tr>
    </thead>
  );
}

/** The rows of a report by its groups: classes or the first group as headings that open, subtotals, shares, and the total of all. */
export function GroupTable({ analysis, url, format }: GroupTableProps) {
  const t = useTranslations();
  const { groups } = url.question;
  const [first, second] = groups;
  const inner = second ?? first;
  const nameOf = (row: GroupRow, group = inner) => rowName(row, group, t, format);
  const sections = sectionsOf(analysis.rows, groups, url.sorting, nameOf);
  const open = url.open ?? (url.params.group && hasClasses(groups) ? sections.map(({ key }) => key) : openAtFirst(sections));
  const toggled = (key: string) => {
    const others = open.filter((one) => one !== key);
    const next = others.length < open.length ? others : [...open, key];
    return `${reportHref(url, { open: next.join() || 'none', whole: url.whole.join() })}#rows`;
  };
  const wholeHref = (key: string) => `${reportHref(url, { open: open.join(), whole: [...url.whole, key].join() })}#rows`;
  const hrefOf = (section: Section, row: GroupRow) => {
    const outer = section.heading && 'row' in section.heading ? [{ group: first, row: section.heading.row }] : [];
    return ordersOfRow(url.scope, [...outer, { group: inner, row }]);
  };
  const ofClass = first === 'product' ? 'product' : 'client';
  const headHref = ({ heading }: Section) =>
    heading && 'class' in heading
      ? ordersOfClass(url.scope, ofClass, heading.class)
      : ordersOfRow(url.scope, heading ? [{ group: first, row: heading.row }] : []);
  const listHref = ({ heading }: Section) => (heading && 'class' in heading ? listOfClass(url.scope, ofClass, heading.class) : undefined);
  const shownOf = ({ key, heading, rows }: Section) => {
    const most = heading ? rowsAtFirst.headed : rowsAtFirst.plain;
    return url.whole.includes(key) || rows.length <= most + 1 ? rows : rows.slice(0, most);
  };
  const { figures } = analysis;
  const whole = ordersBehind(url.scope);
  const totals: Record<string, { text: string; href: string | undefined }> = {
    orders: { text: format.number(figures.orders), href: whole },
    pending: { text: format.number(figures.pending), href: pendingOf(whole) },
    quantity: { text: format.quantity(figures.quantityMilli), href: whole },
  };
  return (
    <table className={styles.table} style={{ '--columns': columnsOf(groups).length } as CSSProperties}>
      <caption className="hidden">{t(`reportPage.by.${first ?? 'client'}`)}</caption>
      <Head url={url} />
      {sections.map((section) => {
        const isOpen = !section.heading || open.includes(section.key);
        const shown = isOpen ? shownOf(section) : [];
        return (
          <tbody key={section.key} className={section.heading ? styles.section : undefined}>
            <SectionHead
              section={section}
              groups={groups}
              open={isOpen}
              toggle={toggled(section.key)}
              href={headHref(section)}
              list={listHref(section)}
              format={format}
            />
            {shown.map((row) => (
              <tr key={String(row.key)}>
                <RowName name={nameOf(row)} row={row} groups={groups} href={hrefOf(section, row)} format={format} />
                <GroupRowCells figures={row} groups={groups} href={hrefOf(section, row)} format={format} />
              </tr>
            ))}
            {isOpen && shown.length < section.rows.length ? (
              <tr className={styles.more}>
                <td colSpan={6}>
                  <a href={wholeHref(section.key)}>
                    {t(`reportPage.more.${inner ?? 'client'}`, { n: section.rows.length - shown.length })}
                  </a>
                </td>
              </tr>
            ) : null}
          </tbody>
        );
      })}
      <tfoot>
        <tr>
          <th scope="row">{t('reportPage.total')}</th>
          {columnsOf(groups).map(({ name }) =>
            name === 'total' ? (
              <td key={name} className={styles.number}>
                <a href={whole}>
                  <Money minor={figures.totalMinor} format={format} />
                </a>
              </td>
            ) : (
              <td key={name} className={`${styles.number} ${styles.late} num`}>
                {totals[name]?.href ? <a href={totals[name].href}>{totals[name].text}</a> : totals[name]?.text}
              </td>
            ),
          )}
          <td className={`${styles.number} ${styles.late} num`}>{analysis.rows.length > 0 ? shareText(10_000, format) : null}</td>
          <td className={styles.late} />
        </tr>
      </tfoot>
    </table>
  );
}
