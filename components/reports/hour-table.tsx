import { useTranslations } from 'next-intl';
import type { CSSProperties } from 'react';
import type { HourTable as Hours } from '@/lib/domain/reports/analysis';
import type { Format } from '@/lib/i18n/format';
import styles from './hour-table.module.css';
import { ordersOfHour, type ReportScope } from './report-links';

/** Orders by weekday and hour, tinted by how many they are. */
export function HourTable({ hours, scope, format }: { hours: Hours; scope: ReportScope; format: Format }) {
  const t = useTranslations('reportPage.hours');
  const most = Math.max(...hours.orders.flat(), 1);
  const byHour = Array.from({ length: 24 }, (_, hour) => hours.orders.reduce((total, row) => total + (row[hour] ?? 0), 0));
  const [first, last] = [byHour.findIndex(Boolean), byHour.findLastIndex(Boolean)];
  /** Before the first order of any day and after the last; phones leave these hours out. */
  const idle = (hour: number) => hour < first || hour > last || undefined;
  const sum = (row: readonly number[]) => row.reduce((total, orders) => total + orders, 0);
  const weekday = (at: number) => format.weekday(at + 1);
  return (
    <div className={styles.hours}>
      <div className={styles.heading}>
        <h2>{t('title')}</h2>
        <span className="muted">{t('note')}</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is scrolled by keys, too */}
      <section className={styles.scroll} aria-label={t('title')} tabIndex={0}>
        <table className={styles.table}>
          <caption className="hidden">{t('caption')}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="hidden">{t('weekday')}</span>
              </th>
              {hours.orders[0]?.map((_, hour) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: an hour is its place
                <th key={hour} scope="col" className="num" data-idle={idle(hour)}>
                  {hour}
                </th>
              ))}
              <th scope="col">{t('total')}</th>
            </tr>
          </thead>
          <tbody>
            {hours.orders.map((row, at) => (
              <tr key={weekday(at)}>
                <th scope="row">{weekday(at)}</th>
                {row.map((orders, hour) => (
                  <td
                    // biome-ignore lint/suspicious/noArrayIndexKey: an hour is its place
                    key={hour}
                    className="num"
                    data-none={orders === 0 || undefined}
                    data-idle={idle(hour)}
                    style={{ '--tint': `${orders === 0 ? 0 : 8 + Math.round((orders / most) * 32)}%` } as CSSProperties}
                  >
                    {orders > 0 ? <a href={ordersOfHour(scope, at, hour)}>{format.number(orders)}</a> : format.number(orders)}
                  </td>
                ))}
                <td className={`num ${styles.sum}`}>
                  {sum(row) > 0 ? <a href={ordersOfHour(scope, at)}>{format.number(sum(row))}</a> : format.number(0)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
