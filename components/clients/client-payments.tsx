import { useTranslations } from 'next-intl';
import styles from '@/components/orders/payments.module.css';
import { Money } from '@/components/text/money';
import type { PaymentRow } from '@/db/queries/orders';
import { paymentMethods } from '@/lib/domain/payments/schema';
import type { Format } from '@/lib/i18n/format';

/** Money that came from a client, each with the order it was for. */
export function ClientPayments({ payments, format }: { payments: PaymentRow[]; format: Format }) {
  const t = useTranslations();
  if (payments.length === 0) return <p className="quiet">{t('clientCard.noPayments')}</p>;
  return (
    <ul>
      {payments.map((payment) => (
        <li key={payment.id} className={styles.payment}>
          <span className="num">{format.shortDay(payment.paidDay)}</span>
          <span className={styles.what}>
            <a href={`/orders/${payment.orderId}`}>{t('clientCard.paymentOf', { id: String(payment.orderId) })}</a>
            <span className="quiet">
              {' · '}
              {t(`methods.${paymentMethods.find((name) => name === payment.method) ?? 'other'}`)}
              {payment.note ? ` · ${payment.note}` : null}
            </span>
          </span>
          <span className={styles.amount}>
            <Money minor={payment.amountMinor} format={format} />
          </span>
        </li>
      ))}
    </ul>
  );
}
