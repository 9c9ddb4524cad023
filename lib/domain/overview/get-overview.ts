import { countClients } from '@/db/queries/client-lists';
import { listDayTotals, sumDayTotals } from '@/db/queries/day-totals';
import { readSettings } from '@/db/queries/settings';
import type { Ctx } from '../context';
import { dayInZone } from '../period';
import { may } from '../permissions';
import { type Attention, attentionOf } from './attention';
import { dayByDay, figuresOf, type OverviewFigures, type StatusSum, statusSums } from './figures';
import { type LatestOrder, latestOrders } from './latest-orders';
import { type ComparedDays, comparedDays, drawnDays, type OverviewPeriod } from './periods';
import { type RankedClient, type RankedProduct, topClients, topProducts } from './rankings';

export interface DrawnDay {
  day: string;
  /** Kopecks. */
  totalMinor: number;
}

export interface Overview extends ComparedDays {
  today: string;
  now: OverviewFigures;
  was: OverviewFigures;
  drawn: { days: DrawnDay[]; before: DrawnDay[] };
  statuses: StatusSum[];
  clients: RankedClient[];
  products: RankedProduct[];
  latest: LatestOrder[];
  attention: Attention;
  /** All live records, whatever their day. */
  known: { orders: number; clients: number };
}

/** What happened in a period up to today in the organisation's zone, and what needs somebody: all of it from one view of the data. */
export async function getOverview(ctx: Ctx, period: OverviewPeriod): Promise<Overview> {
  may(ctx, 'order.read');
  may(ctx, 'client.read');
  return ctx.db.read(async (tx) => {
    const { timeZone, pendingDays } = await readSettings(tx);
    const today = dayInZone(ctx.now(), timeZone);
    const compared = comparedDays(period, today);
    const drawn = drawnDays(period, today);
    // What is drawn begins no later than what is compared.
    const totals = await listDayTotals(tx, { from: drawn.before.from, to: today });
    return {
      ...compared,
      today,
      now: await figuresOf(tx, totals, compared.days),
      was: await figuresOf(tx, totals, compared.before),
      drawn: { days: dayByDay(totals, drawn.days), before: dayByDay(totals, drawn.before) },
      statuses: statusSums(totals, compared.days),
      clients: await topClients(tx, compared.days),
      products: await topProducts(tx, compared.days),
      latest: await latestOrders(tx, compared.days),
      attention: await attentionOf(tx, today, pendingDays),
      known: { orders: (await sumDayTotals(tx, {})).orders, clients: await countClients(tx, { words: [] }, 1) },
    };
  });
}
