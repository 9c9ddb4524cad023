import { useTranslations } from 'next-intl';
import type { OrderRow } from '@/db/queries/orders';
import { OrderStatus, statusOf } from './order-status';
import styles from './order-status.module.css';

interface StatusLinkProps {
  order: Pick<OrderRow, 'id' | 'status' | 'version'>;
  waiting: number;
  /** On the order's own card it is a button of its own. */
  card?: boolean;
}

/** A status that opens the menu to change it; without JavaScript it leads to the card, where that is done. */
export function StatusLink({ order, waiting, card = false }: StatusLinkProps) {
  const t = useTranslations();
  return (
    <a
      href={`/orders/${order.id}`}
      data-status-menu=""
      data-order={order.id}
      data-status={order.status}
      data-version={order.version}
      data-key={card ? 'S' : undefined}
      tabIndex={card ? undefined : -1}
      className={card ? `${styles.link} ${styles.chip}` : styles.link}
      aria-label={t('orders.changeStatus', { id: String(order.id), status: t(`status.${statusOf(order.status)}`) })}
    >
      <OrderStatus status={order.status} waiting={waiting} />
    </a>
  );
}
