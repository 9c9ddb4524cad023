import { useTranslations } from 'next-intl';
import { orderStatuses } from '@/lib/domain/orders/schema';
import type { StatusAnswer, StatusWish } from './status-answer';
import { StatusShape } from './status-mark';
import { StatusSwitch } from './status-switch';

/** The menu of statuses in the user's language, for a list or a card. */
export function OrderStatusSwitch({ set }: { set: (wish: StatusWish) => Promise<StatusAnswer> }) {
  const t = useTranslations();
  const statuses = orderStatuses.map((value) => ({ value, label: t(`status.${value}`), shape: <StatusShape status={value} /> }));
  const words = {
    status: t('statusConflict.status'),
    was: t('statusConflict.was'),
    theirs: t('statusConflict.theirs'),
    mine: t('statusConflict.mine'),
    keepTheirs: t('statusConflict.keepTheirs'),
    takeMine: t('statusConflict.takeMine'),
  };
  return <StatusSwitch statuses={statuses} set={set} words={words} />;
}
