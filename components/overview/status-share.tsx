import { useTranslations } from 'next-intl';
import { StatusShape } from '@/components/orders/status-mark';
import { Money } from '@/components/text/money';
import type { Overview } from '@/lib/domain/overview/get-overview';
import type { Format } from '@/lib/i18n/format';
import styles from './overview.module.css';
import { ordersOf } from './overview-url';

const order = ['Completed', 'Pending', 'Cancelled'] as const;

/** The orders of a period by status: shares as one bar, and each status with its number and sum. */
export function StatusShare({ overview: { statuses, days }, format }: { overview: Overview; format: Format }) {
  const t = useTranslations();
  const rows = order.flatMap((name) => statuses.filter(({ status }) => status === name));
  return (
    <section className={styles.block}>
      <h2>{t('overview.statuses')}</h2>
      <div className={styles.shares} aria-hidden="true">
        {rows.map(({ status, orders }) =>
          orders > 0 ? <span key={status} className={styles[status]} style={{ flexGrow: orders }} /> : null,
        )}
      </div>
      <ul>
        {rows.map(({ status, orders, totalMinor }) => (
          <li key={status}>
            <a href={ordersOf(days, { status })} className={styles.status}>
              <StatusShape status={status} />
              <span className={status === 'Cancelled' ? 'quiet' : undefined}>{t(`status.${status}`)}</span>
              <span className="num quiet">{format.number(orders)}</span>
              <Money minor={totalMinor} format={format} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
