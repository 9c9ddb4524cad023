import { useTranslations } from 'next-intl';
import { Money } from '@/components/text/money';
import type { OrderLineRow, OrderRow } from '@/db/queries/orders';
import { discountOf, includedVat } from '@/lib/domain/orders/order-total';
import type { Format } from '@/lib/i18n/format';
import styles from './order-card.module.css';

interface OrderMoneyProps {
  order: Pick<OrderRow, 'status' | 'totalMinor' | 'paidMinor'>;
  lines: OrderLineRow[];
  format: Format;
}

/** Discounts and VAT if there are any, total, paid and what is still owed; a cancelled order owes nothing. */
export function OrderMoney({ order, lines, format }: OrderMoneyProps) {
  const t = useTranslations('order');
  const tCard = useTranslations('orderCard');
  const extras = [
    { label: tCard('discounts'), minor: discountOf(lines) },
    { label: tCard('vat'), minor: includedVat(lines) },
  ].filter(({ minor }) => minor > 0);
  const debt = order.status === 'Cancelled' ? 0 : order.totalMinor - order.paidMinor;
  return (
    <dl className={styles.money}>
      {extras.map(({ label, minor }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <Money minor={minor} format={format} />
          </dd>
        </div>
      ))}
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
