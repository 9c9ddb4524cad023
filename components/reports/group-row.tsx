import { useTranslations } from 'next-intl';
import type { CSSProperties } from 'react';
import { Money } from '@/components/text/money';
import { None } from '@/components/text/none';
import type { GroupRow, ReportGroup } from '@/lib/domain/reports/analysis';
import type { Format } from '@/lib/i18n/format';
import styles from './group-table.module.css';
import { pendingOf } from './report-links';
import { shareText } from './report-words';
import type { RowFigures } from './sections';

interface CellsProps {
  figures: RowFigures;
  groups: readonly ReportGroup[];
  /** The orders behind the row. */
  href: string;
  format: Format;
}

/** Orders, those that wait or pieces, the sum, its share as a bar and in numbers, and what all down to here come to. */
export function GroupRowCells({ figures, groups, href, format }: CellsProps) {
  const { orders, pending, totalMinor, quantityMilli, share, cumulative } = figures;
  const count = (value: number, behind: string | undefined) =>
    value === 0 || !behind ? (
      <None />
    ) : (
      <a href={behind} className="num">
        {format.number(value)}
      </a>
    );
  const late = `${styles.number} ${styles.late}`;
  return (
    <>
      <td className={late}>{count(orders ?? 0, href)}</td>
      <td className={late}>
        {groups.includes('product') ? (
          <a href={href} className="num">
            {format.quantity(quantityMilli)}
          </a>
        ) : (
          count(pending, pendingOf(href))
        )}
      </td>
      <td className={styles.number}>
        <a href={href}>
          <Money minor={totalMinor} format={format} />
        </a>
      </td>
      <td className={`${late} ${styles.share}`}>
        <span className={styles.bar} aria-hidden="true">
          <span style={{ '--share': `${Math.max(0, share) / 100}%` } as CSSProperties} />
        </span>
        <span className="num">{shareText(share, format)}</span>
      </td>
      <td className={`${late} quiet num`}>{shareText(cumulative, format)}</td>
    </>
  );
}

interface RowNameProps {
  name: string;
  row: GroupRow;
  groups: readonly ReportGroup[];
  href: string;
  format: Format;
}

/** A row's name: a link to its orders; on a phone, where only its sum stands beside it, it opens the rest. */
export function RowName({ name, row, groups, href, format }: RowNameProps) {
  const t = useTranslations('reportPage');
  const facts = [
    [t('columns.orders'), format.number(row.orders)],
    groups.includes('product')
      ? [t('columns.quantity'), format.quantity(row.quantityMilli)]
      : [t('columns.pending'), format.number(row.pending)],
    [t('columns.share'), shareText(row.share, format)],
    [t('columns.cumulative'), shareText(row.cumulative, format)],
  ];
  return (
    <th scope="row">
      <span className={styles.wideName}>
        <a href={href}>{name}</a>
      </span>
      <details className={styles.phoneName}>
        <summary>{name}</summary>
        <dl>
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="num">{value}</dd>
            </div>
          ))}
        </dl>
        <a href={href}>{t('openOrders')}</a>
      </details>
    </th>
  );
}
