import { IconArrowBackUp, IconBan, IconCircleCheck, IconCopy, IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import buttons from '@/components/form/button.module.css';
import { MoreMenu } from '@/components/overlay/more-menu';
import type { OrderRow } from '@/db/queries/orders';
import { type OrderStatus, orderStatuses } from '@/lib/domain/orders/schema';

export type PressAction = (data: FormData) => Promise<never>;

interface MoveProps {
  order: OrderRow;
  to: OrderStatus;
  action: PressAction;
  /** The next status is the main button of the card. */
  main?: boolean;
}

const shapes = { Pending: IconArrowBackUp, Completed: IconCircleCheck, Cancelled: IconBan };

function Move({ order, to, action, main = false }: MoveProps) {
  const t = useTranslations('order.move');
  const Shape = shapes[to];
  return (
    <form action={action}>
      <input type="hidden" name="id" value={order.id} />
      <input type="hidden" name="version" value={order.version} />
      <button type="submit" name="status" value={to} className={main ? buttons.primary : undefined}>
        <Shape size={16} stroke={1.6} aria-hidden="true" />
        {t(to)}
      </button>
    </form>
  );
}

interface ToolsProps {
  order: OrderRow;
  move: PressAction;
  remove: PressAction;
}

/** The next status; an order that has come to its end has none. */
function nextOf(status: string): OrderStatus | undefined {
  return status === 'Pending' ? 'Completed' : undefined;
}

/** What is done with a live order now and then: other statuses, deletion; and the way to its form. */
export function OrderTools({ order, move, remove }: ToolsProps) {
  const t = useTranslations();
  const moves = orderStatuses.filter((status) => status !== order.status && status !== nextOf(order.status));
  return (
    <>
      <MoreMenu label={t('orderCard.more')} about={t('orderCard.actions')}>
        {moves.map((to) => (
          <Move key={to} order={order} to={to} action={move} />
        ))}
        <form action={remove}>
          <input type="hidden" name="id" value={order.id} />
          <input type="hidden" name="version" value={order.version} />
          <button type="submit" data-danger="">
            <IconTrash size={16} stroke={1.6} aria-hidden="true" />
            {t('order.delete')}
          </button>
        </form>
      </MoreMenu>
      <a href={`/orders/${order.id}/edit`} className={buttons.button} data-key="E">
        <IconPencil size={16} stroke={1.6} aria-hidden="true" />
        {t('common.edit')} <kbd>E</kbd>
      </a>
    </>
  );
}

/** What is done next: repeat it, or move it to its next status. */
export function OrderActions({ order, move }: Omit<ToolsProps, 'remove'>) {
  const t = useTranslations('orderCard');
  const next = nextOf(order.status);
  return (
    <>
      <a href={`/orders/new?repeat=${order.id}`} className={next ? buttons.button : buttons.primary} data-key="D">
        <IconCopy size={16} stroke={1.6} aria-hidden="true" />
        {t('repeat')}
      </a>
      {next ? <Move order={order} to={next} action={move} main /> : null}
    </>
  );
}
