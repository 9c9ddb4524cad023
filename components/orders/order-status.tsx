import { useTranslations } from 'next-intl';
import type { OrderStatus as Status } from '@/lib/domain/orders/schema';
import { StatusMark } from './status-mark';

/** A stored status as one of ours; the database holds no other. */
export function statusOf(text: string): Status {
  return text === 'Completed' || text === 'Cancelled' ? text : 'Pending';
}

/** Days from which on it is told that a pending order waits. */
export const waitsFrom = 3;

interface OrderStatusProps {
  status: string;
  /** Days a pending order has waited; told from three on. */
  waiting?: number;
}

/** A status in the words of the page's language. */
export function OrderStatus({ status: stored, waiting = 0 }: OrderStatusProps) {
  const t = useTranslations();
  const status = statusOf(stored);
  const told = status === 'Pending' && waiting >= waitsFrom ? t('orders.waiting', { days: waiting }) : undefined;
  return <StatusMark status={status} name={t(`status.${status}`)} waiting={told} />;
}
