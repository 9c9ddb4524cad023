import { useTranslations } from 'next-intl';
import type { OrderRow } from '@/db/queries/orders';
import type { Format } from '@/lib/i18n/format';
import styles from './order-card.module.css';

/** When an order is due; how late it is, while it waits. */
export function DueDay({ order, format }: { order: Pick<OrderRow, 'dueDay' | 'status'>; format: Format }) {
  const t = useTranslations('orderCard');
  if (order.dueDay === null) return null;
  const days = order.status === 'Pending' ? format.daysSince(order.dueDay) : -1;
  const told = days > 0 ? t('late', { days }) : days === 0 ? t('dueToday') : '';
  return (
    <span className={days > 0 ? styles.owed : undefined}>
      {t('due', { day: format.longDay(order.dueDay) })}
      {told ? `, ${told}` : null}
    </span>
  );
}
