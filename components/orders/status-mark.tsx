import type { ReactNode } from 'react';
import type { OrderStatus } from '@/lib/domain/orders/schema';
import styles from './order-status.module.css';

const shapes: Record<OrderStatus, ReactNode> = {
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

export function StatusShape({ status }: { status: OrderStatus }) {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" className={styles[status]}>
      {shapes[status]}
    </svg>
  );
}

interface StatusMarkProps {
  status: OrderStatus;
  name: string;
  /** How long it has waited. */
  waiting?: string | undefined;
}

/** Shape and word, never colour alone. */
export function StatusMark({ status, name, waiting }: StatusMarkProps) {
  return (
    <span className={status === 'Cancelled' ? `${styles.status} quiet` : styles.status}>
      <StatusShape status={status} />
      {name}
      {waiting ? <span className={styles.waiting}>{waiting}</span> : null}
    </span>
  );
}

interface StatusOpenerProps {
  id: number;
  status: OrderStatus;
  version: number;
  label: string;
  /** On the order's own card it is a button of its own. */
  card?: boolean;
  children: ReactNode;
}

/** A status that opens the menu to change it; without JavaScript it leads to the card, where that is done. */
export function StatusOpener({ id, status, version, label, card = false, children }: StatusOpenerProps) {
  return (
    <a
      href={`/orders/${id}`}
      data-status-menu=""
      data-order={id}
      data-status={status}
      data-version={version}
      data-key={card ? 'S' : undefined}
      tabIndex={card ? undefined : -1}
      className={card ? `${styles.link} ${styles.chip}` : styles.link}
      aria-label={label}
    >
      {children}
    </a>
  );
}
