import { IconArrowBackUp, IconCircleCheck, IconPencil } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import buttons from '@/components/form/button.module.css';
import type { OrderRow } from '@/db/queries/orders';
import type { OrderStatus } from '@/lib/domain/orders/schema';

export type PressAction = (data: FormData) => Promise<never>;

interface MoveProps {
  order: OrderRow;
  to: OrderStatus;
  action: PressAction;
}

function Move({ order, to, action }: MoveProps) {
  const t = useTranslations('order.move');
  const Icon = to === 'Completed' ? IconCircleCheck : IconArrowBackUp;
  return (
    <form action={action}>
      <input type="hidden" name="id" value={order.id} />
      <input type="hidden" name="version" value={order.version} />
      <button type="submit" name="status" value={to} className={to === 'Completed' ? buttons.primary : buttons.button}>
        {to === 'Cancelled' ? null : <Icon size={16} stroke={1.6} aria-hidden="true" />}
        {t(to)}
      </button>
    </form>
  );
}

/** What may be done next with a live order: the next status is the main button. */
export function OrderActions({ order, move }: { order: OrderRow; move: PressAction }) {
  const t = useTranslations('common');
  const pending = order.status === 'Pending';
  return (
    <>
      {pending ? <Move order={order} to="Cancelled" action={move} /> : <Move order={order} to="Pending" action={move} />}
      <a href={`/orders/${order.id}/edit`} className={buttons.button}>
        <IconPencil size={16} stroke={1.6} aria-hidden="true" />
        {t('edit')}
      </a>
      {pending ? <Move order={order} to="Completed" action={move} /> : null}
    </>
  );
}
