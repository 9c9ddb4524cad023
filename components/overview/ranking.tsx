import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Ranked } from '@/lib/domain/overview/rankings';
import { wholeMoney } from '@/lib/i18n/compact';
import type { Format } from '@/lib/i18n/format';
import styles from './overview.module.css';

interface RankingProps<R extends Ranked> {
  title: string;
  rows: readonly R[];
  /** Exactly the orders behind a row. */
  hrefOf: (row: R) => string;
  format: Format;
  /** Beside the heading: the way to all of them. */
  all?: ReactNode;
}

/** The largest first, as rows with a tint as long as their share of the largest. */
export function Ranking<R extends Ranked>({ title, rows, hrefOf, format, all }: RankingProps<R>) {
  const t = useTranslations('overview');
  const most = rows[0]?.totalMinor ?? 0;
  return (
    <section className={styles.ranking}>
      <div className={styles.heading}>
        <h2>{title}</h2>
        {all}
      </div>
      {rows.length === 0 ? <p className={styles.none}>{t('chart.empty')}</p> : null}
      <ol>
        {rows.map((row) => (
          <li key={hrefOf(row)}>
            <a href={hrefOf(row)} title={t('inOrders', { n: row.orders })}>
              <span className={styles.tint} style={{ width: `${most > 0 ? (row.totalMinor / most) * 100 : 0}%` }} />
              <span className={styles.name}>{row.name}</span>
              <span className="num">{wholeMoney(row.totalMinor, format)}</span>
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}
