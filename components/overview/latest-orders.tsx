import { useTranslations } from 'next-intl';
import { statusOf } from '@/components/orders/order-status';
import { StatusShape } from '@/components/orders/status-mark';
import { Money } from '@/components/text/money';
import type { ClientRow } from '@/db/queries/clients';
import type { Overview } from '@/lib/domain/overview/get-overview';
import type { Format } from '@/lib/i18n/format';
import styles from './overview.module.css';
import { ordersOf } from './overview-url';

/** Without the middle name: there is little room. */
function shortName({ company, lastName, firstName }: ClientRow): string {
  return company || [lastName, firstName].filter(Boolean).join(' ');
}

/** The newest orders of a period. */
export function LatestOrders({ overview: { latest, days, now }, format }: { overview: Overview; format: Format }) {
  const t = useTranslations();
  return (
    <section className={styles.block}>
      <div className={styles.heading}>
        <h2>{t('overview.latest')}</h2>
        <a href={ordersOf(days)} className={styles.all}>
          {t('overview.allCount', { n: now.orders })}
        </a>
      </div>
      {latest.length === 0 ? <p className={styles.none}>{t('overview.chart.empty')}</p> : null}
      <ul>
        {latest.map(({ order, client }) => (
          <li key={order.id}>
            <a href={`/orders/${order.id}`} className={styles.order}>
              <StatusShape status={statusOf(order.status)} />
              <span className="hidden">{t(`status.${statusOf(order.status)}`)}</span>
              <span className="num quiet">{order.id}</span>
              <span className={styles.name}>{shortName(client)}</span>
              <Money minor={order.totalMinor} format={format} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
