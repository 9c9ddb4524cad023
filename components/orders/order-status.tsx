import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { OrderStatus as Status } from '@/lib/domain/orders/schema';
import styles from './order-status.module.css';

/** A stored status as one of ours; the database holds no other. */
export function statusOf(text: string): Status {
  return text === 'Completed' || text === 'Cancelled' ? text : 'Pending';
}

const shapes: Record<Status, ReactNode> = {
  Pending: (
    <>
      <circle cx="7" cy="7" r="5.6" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M7 4v3.2l2 1.2" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" />
    </>
  ),
  Completed: (
    <>
      <circle cx="7" cy="7" r="6.4" fill="currentColor" />
      <path d="m4.3 7.2 1.9 1.9 3.6-3.8" fill="none" stroke="var(--bg)" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" />
    </>
  ),
  Cancelled: (
    <>
      <circle cx="7" cy="7" r="5.6" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <path d="m3.3 10.7 7.4-7.4" stroke="currentColor" strokeWidth="1.4" />
    </>
  ),
};

export function StatusShape({ status }: { status: Status }) {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" className={styles[status]}>
      {shapes[status]}
    </svg>
  );
}

interface OrderStatusProps {
  status: string;
  /** Days a pending order has waited; told from three on. */
  waiting?: number;
}

/** Shape and word, never colour alone. */
export function OrderStatus({ status: stored, waiting = 0 }: OrderStatusProps) {
  const t = useTranslations();
  const status = statusOf(stored);
  return (
    <span className={styles.status}>
      <StatusShape status={status} />
      <span className={status === 'Cancelled' ? 'quiet' : undefined}>{t(`status.${status}`)}</span>
      {status === 'Pending' && waiting >= 3 ? <span className={styles.waiting}>{t('orders.waiting', { days: waiting })}</span> : null}
    </span>
  );
}
