import { useTranslations } from 'next-intl';
import type { OrderRow } from '@/db/queries/orders';
import { OrderStatus, statusOf } from './order-status';
import { StatusOpener } from './status-mark';

interface StatusLinkProps {
  order: Pick<OrderRow, 'id' | 'status' | 'version'>;
  waiting: number;
}

/** The status on an order's card, to be changed there. */
export function StatusLink({ order: { id, status, version }, waiting }: StatusLinkProps) {
  const t = useTranslations();
  const label = t('orders.changeStatus', { id: String(id), status: t(`status.${statusOf(status)}`) });
  return (
    <StatusOpener id={id} status={statusOf(status)} version={version} label={label} card>
      <OrderStatus status={status} waiting={waiting} />
    </StatusOpener>
  );
}
