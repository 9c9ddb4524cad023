import { useTranslations } from 'next-intl';
import { Money } from '@/components/text/money';
import type { OrderRow } from '@/db/queries/orders';
import type { Format } from '@/lib/i18n/format';
import styles from './order-card.module.css';

/** Total, paid and what is still owed; a cancelled order owes nothing. */
export function OrderMoney({ order, format }: { order: Pick<OrderRow, 'status' | 'totalMinor' | 'paidMinor'>; format: Format }) {
  const t = useTranslations('order');
  const debt = order.status === 'Cancelled' ? 0 : order.totalMinor - order.paidMinor;
  return (
    <dl className={styles.money}>
      <div>
        <dt>{t('paid')}</dt>
        <dd>
          <Money minor={order.paidMinor} format={format} />
        </dd>
      </div>
      <div>
        <dt>{debt < 0 ? t('overpaid') : t('debt')}</dt>
        <dd className={debt > 0 ? styles.owed : undefined}>
          <Money minor={Math.abs(debt)} format={format} />
        </dd>
      </div>
      <div className={styles.total}>
        <dt>{t('total')}</dt>
        <dd>
          <Money minor={order.totalMinor} format={format} />
        </dd>
      </div>
    </dl>
  );
}
