import { IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import buttons from '@/components/form/button.module.css';
import { Money } from '@/components/text/money';
import type { FullOrder, PaymentRow } from '@/db/queries/orders';
import { paymentMethods } from '@/lib/domain/payments/schema';
import type { Format } from '@/lib/i18n/format';
import styles from './payments.module.css';

interface PaymentProps {
  payment: PaymentRow;
  version: number;
  format: Format;
  /** Absent for those who may not. */
  remove?: (data: FormData) => Promise<never>;
}

function Payment({ payment, version, format, remove }: PaymentProps) {
  const t = useTranslations();
  const method = paymentMethods.find((name) => name === payment.method) ?? 'other';
  return (
    <li className={styles.payment}>
      <span className="num">{format.shortDay(payment.paidDay)}</span>
      <span className={styles.what}>
        {t(`methods.${method}`)}
        {payment.note ? <span className="quiet"> · {payment.note}</span> : null}
      </span>
      <span className={styles.amount}>
        <Money minor={payment.amountMinor} format={format} />
      </span>
      {remove ? (
        <form action={remove}>
          <input type="hidden" name="order" value={payment.orderId} />
          <input type="hidden" name="payment" value={payment.id} />
          <input type="hidden" name="version" value={version} />
          <button
            type="submit"
            className={`${buttons.plain} ${buttons.square}`}
            aria-label={t('order.removePayment', { sum: format.money(payment.amountMinor) })}
            title={t('order.removePaymentShort')}
          >
            <IconX size={16} stroke={1.6} aria-hidden="true" />
          </button>
        </form>
      ) : null}
    </li>
  );
}

interface PaymentsProps extends Omit<PaymentProps, 'payment' | 'version'> {
  full: { order: Pick<FullOrder['order'], 'version'>; payments: PaymentRow[] };
}

/** Money received for an order. */
export function Payments({ full: { order, payments }, ...rest }: PaymentsProps) {
  const t = useTranslations('order');
  if (payments.length === 0) return <p className="quiet">{t('noPayments')}</p>;
  return (
    <ul>
      {payments.map((payment) => (
        <Payment key={payment.id} payment={payment} version={order.version} {...rest} />
      ))}
    </ul>
  );
}
