import type { Tx } from '@/db/engines/engine';
import { countClients } from '@/db/queries/client-lists';
import { sumDayTotals } from '@/db/queries/day-totals';
import { sumOrders } from '@/db/queries/order-lists';
import { countShared } from '../duplicates/shared-values';
import { maxCounted } from '../orders/count-orders';
import { addDays, type DayRange } from '../period';

/** Groups of similar clients that are counted; there is no more to be known from «more than». */
const maxGroups = 50;

interface Sum {
  orders: number;
  /** Kopecks. */
  totalMinor: number;
}

export interface Attention {
  /** Pending for `pendingDays` and longer: those of the day `waitingTo` and before. */
  waiting: Sum;
  pendingDays: number;
  waitingTo: string;
  /** Owing after the due day; undefined when they are more than are counted. */
  overdue: Sum | undefined;
  /** Added since the first of the month without a phone. */
  noPhone: number;
  month: DayRange;
  /** Groups of clients that share a phone, or an INN; at most fifty are counted. */
  samePhone: number;
  sameInn: number;
}

/** Step: what should not wait any longer. */
export async function attentionOf(tx: Tx, today: string, pendingDays: number): Promise<Attention> {
  const waitingTo = addDays(today, -pendingDays);
  const month = { from: `${today.slice(0, 7)}-01`, to: today };
  const overdue = await sumOrders(tx, { words: [], payment: 'overdue', today }, maxCounted + 1);
  return {
    waiting: await sumDayTotals(tx, { to: waitingTo, statuses: ['Pending'] }),
    pendingDays,
    waitingTo,
    overdue: overdue.count > maxCounted ? undefined : { orders: overdue.count, totalMinor: overdue.totalMinor },
    noPhone: await countClients(tx, { words: [], ...month, hasPhone: false }),
    month,
    samePhone: await countShared(tx, 'phone', maxGroups),
    sameInn: await countShared(tx, 'inn', maxGroups),
  };
}

/** Whether nothing waits. */
export function isCalm({ waiting, overdue, noPhone, samePhone, sameInn }: Attention): boolean {
  return [waiting.orders, overdue?.orders, noPhone, samePhone, sameInn].every((count) => count === 0);
}
