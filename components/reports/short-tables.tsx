import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { OrderStatus } from '@/components/orders/order-status';
import { Money } from '@/components/text/money';
import type { GroupRow, ReportGroup } from '@/lib/domain/reports/analysis';
import type { Format } from '@/lib/i18n/format';
import styles from './analysis.module.css';
import { ordersOfRow, type ReportScope } from './report-links';
import { rowName, shareText } from './report-words';

interface ShortTableProps {
  group: ReportGroup;
  rows: readonly GroupRow[];
  scope: ReportScope;
  format: Format;
}

function ShortTable({ group, rows, scope, format }: ShortTableProps) {
  const t = useTranslations();
  const name = (row: GroupRow): ReactNode =>
    group === 'status' ? <OrderStatus status={String(row.key)} /> : rowName(row, group, t, format);
  return (
    <section>
      <h2>{t(`reportPage.by.${group}`)}</h2>
      <table className={styles.small}>
        <caption className="hidden">{t(`reportPage.by.${group}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{t(`reportPage.groups.${group}`)}</th>
            <th scope="col" className={styles.end}>
              {t('reportPage.columns.orders')}
            </th>
            <th scope="col" className={styles.end}>
              {t('reportPage.columns.sum')}
            </th>
            <th scope="col" className={`${styles.end} ${styles.wideOnly}`}>
              {t('reportPage.columns.share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const href = ordersOfRow(scope, [{ group, row }]);
            return (
              <tr key={String(row.key)}>
                <th scope="row">
                  <a href={href}>{name(row)}</a>
                </th>
                <td className={`${styles.end} num`}>
                  <a href={href}>{format.number(row.orders)}</a>
                </td>
                <td className={styles.end}>
                  <a href={href}>
                    <Money minor={row.totalMinor} format={format} />
                  </a>
                </td>
                <td className={`${styles.end} ${styles.wideOnly} num`}>{shareText(row.share, format)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

interface ShortTablesProps {
  /** Rows by status, each divided by manager. */
  rows: readonly GroupRow[];
  scope: ReportScope;
  format: Format;
}

/** Rows of the second group over all of the first, largest sum first. */
function joinedParts(rows: readonly GroupRow[]): GroupRow[] {
  const total = rows.reduce((sum, row) => sum + row.totalMinor, 0);
  const joined = new Map<GroupRow['key'], GroupRow>();
  for (const part of rows.flatMap(({ parts }) => parts)) {
    const known = joined.get(part.key);
    joined.set(part.key, {
      ...part,
      orders: part.orders + (known?.orders ?? 0),
      totalMinor: part.totalMinor + (known?.totalMinor ?? 0),
    });
  }
  return [...joined.values()]
    .map((row) => ({ ...row, share: total === 0 ? 0 : Math.round((row.totalMinor / total) * 10_000) }))
    .sort((one, other) => other.totalMinor - one.totalMinor);
}

/** The orders of a report by status and by manager. */
export function ShortTables({ rows, scope, format }: ShortTablesProps) {
  return (
    <div className={styles.short}>
      <ShortTable group="status" rows={rows} scope={scope} format={format} />
      <ShortTable group="manager" rows={joinedParts(rows)} scope={scope} format={format} />
    </div>
  );
}
