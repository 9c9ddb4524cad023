import { useTranslations } from 'next-intl';
import type { FormAction } from '@/components/form/use-kept-form';
import type { OrderRow } from '@/db/queries/orders';
import { formatMinor } from '@/lib/domain/money';
import { paymentMethods } from '@/lib/domain/payments/schema';
import { freshForm } from '@/lib/entry/form-state';
import { PaymentForm } from './payment-form';

interface AddPaymentProps {
  order: OrderRow;
  /** `YYYY-MM-DD`. */
  today: string;
  action: FormAction;
}

/** The form of a payment, filled with what is owed. */
export function AddPayment({ order, today, action }: AddPaymentProps) {
  const t = useTranslations();
  const debt = order.status === 'Cancelled' ? 0 : order.totalMinor - order.paidMinor;
  const amount = debt > 0 ? formatMinor(debt).replace('.', ',') : '';
  const initial = freshForm({ order: String(order.id), version: String(order.version), day: today, amount, method: 'bank' });
  const words = {
    day: t('order.payment.day'),
    amount: t('order.payment.amount'),
    method: t('order.payment.method'),
    note: t('order.payment.note'),
    add: t('order.payment.add'),
  };
  const methods = paymentMethods.map((value) => ({ value, label: t(`methods.${value}`) }));
  return <PaymentForm key={order.version} action={action} initial={initial} methods={methods} words={words} />;
}
