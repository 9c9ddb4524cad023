import type { Tx } from '@/db/engines/engine';
import type { CountedOrder } from '@/db/queries/control';
import { listDayTotals } from '@/db/queries/day-totals';
import type { Ctx } from '../context';
import { lineBlocks, orderBlocks } from '../exports/export-orders';
import { countAndSum } from '../orders/count-orders';
import { findOrders } from '../orders/find-orders';
import type { OrderFilter } from '../orders/order-filter';
import { type OrderStatus, orderStatuses } from '../orders/schema';
import { type Attention, attentionOf } from '../overview/attention';
import { dayByDay, figuresOf, statusSums } from '../overview/figures';
import { comparedDays, drawnDays, type OverviewPeriod } from '../overview/periods';
import { addDays, calendarPeriod, type DayRange } from '../period';
import { reportFigures } from '../reports/figures';
import type { ControlName, ControlSection, Sums } from './control-row';

/** A place that shows figures of orders: how it comes by them, and which orders they are of, told by their lines. */
export interface Place {
  section: ControlSection;
  what: ControlName;
  shown: (tx: Tx) => Promise<Sums | null>;
  fits: (order: CountedOrder) => boolean;
}

interface Today {
  today: string;
  now: Ctx['now'];
  pendingDays: number;
}

function within({ from, to }: DayRange) {
  return ({ day }: CountedOrder) => day >= from && day <= to;
}

function isPaid({ paidMinor, totalMinor }: CountedOrder): boolean {
  return paidMinor >= totalMinor;
}

function owes(order: CountedOrder): boolean {
  return order.status !== 'Cancelled' && !isPaid(order);
}

/** The footers of the list of orders. */
function lists({ today, now }: Today): Place[] {
  const place = (what: ControlName, filter: OrderFilter, fits: Place['fits']): Place => ({
    section: 'lists',
    what,
    fits,
    shown: async (tx) => {
      const { count, totalMinor } = await countAndSum(tx, await findOrders(tx, { now }, filter));
      return count === undefined ? null : { count, totalMinor };
    },
  });
  const overdue = (order: CountedOrder) => owes(order) && order.dueDay !== null && order.dueDay < today;
  return [
    place('listAll', {}, () => true),
    ...orderStatuses.map((status) => place(`list${status}`, { status }, (order) => order.status === status)),
    place('listMonth', { period: 'month' }, within(calendarPeriod('month', today))),
    place('listPaid', { payment: 'paid' }, (order) => order.status !== 'Cancelled' && isPaid(order)),
    place('listUnpaid', { payment: 'unpaid' }, owes),
    place('listOverdue', { payment: 'overdue' }, overdue),
  ];
}

const overviews = { overviewToday: 'today', overviewWeek: 'week', overviewMonth: 'month', overviewDays30: 'days30' } as const;

/** What the overview shows above its rankings. */
function overview({ today, pendingDays }: Today): Place[] {
  const section = 'overview' as const;
  const figures = (what: ControlName, period: OverviewPeriod): Place => {
    const { days } = comparedDays(period, today);
    const shown = async (tx: Tx) => {
      const { orders, totalMinor, averageMinor } = await figuresOf(tx, await listDayTotals(tx, days), days);
      return { count: orders, totalMinor, averageMinor };
    };
    return { section, what, shown, fits: within(days) };
  };
  const { days } = comparedDays('month', today);
  const ofStatus = (status: OrderStatus): Place => ({
    section,
    what: `overview${status}`,
    fits: (order) => order.status === status && within(days)(order),
    shown: async (tx) => {
      const sum = statusSums(await listDayTotals(tx, days), days).find((row) => row.status === status);
      return { count: sum?.orders ?? 0, totalMinor: sum?.totalMinor ?? 0 };
    },
  });
  const drawn = drawnDays('month', today).days;
  const bars = async (tx: Tx) => dayByDay(await listDayTotals(tx, drawn), drawn);
  const attention = (what: ControlName, read: (found: Attention) => Attention['overdue'], fits: Place['fits']): Place => ({
    section,
    what,
    fits,
    shown: async (tx) => {
      const sum = read(await attentionOf(tx, today, pendingDays));
      return sum ? { count: sum.orders, totalMinor: sum.totalMinor } : null;
    },
  });
  const waits = addDays(today, -pendingDays);
  return [
    ...(Object.keys(overviews) as (keyof typeof overviews)[]).map((what) => figures(what, overviews[what])),
    ...orderStatuses.map(ofStatus),
    {
      section,
      what: 'overviewChart',
      shown: async (tx) => ({ totalMinor: (await bars(tx)).reduce((sum, bar) => sum + bar.totalMinor, 0) }),
      fits: within(drawn),
    },
    attention(
      'overviewWaiting',
      ({ waiting }) => waiting,
      ({ status, day }) => status === 'Pending' && day <= waits,
    ),
    attention(
      'overviewOverdue',
      ({ overdue }) => overdue,
      (order) => owes(order) && order.dueDay !== null && order.dueDay < today,
    ),
  ];
}

/** What a report saved now about last month would keep. */
function savedReport({ today }: Today): Place {
  const range = calendarPeriod('month', addDays(`${today.slice(0, 7)}-01`, -1));
  return {
    section: 'reports',
    what: 'reportSaved',
    fits: within(range),
    shown: async (tx) => {
      const { newOrdersCount, completedOrdersCount, totalOrdersMinor, avgOrderMinor } = await reportFigures(tx, range);
      return { count: newOrdersCount, completed: completedOrdersCount, totalMinor: totalOrdersMinor, averageMinor: avgOrderMinor };
    },
  };
}

/** What downloads of this month's orders, and of their lines, come to row by row. */
function downloads({ today, now }: Today): Place[] {
  const range = calendarPeriod('month', today);
  const month = async (tx: Tx) => orderBlocks(tx, await findOrders(tx, { now }, range), { filter: range, sorting: { sort: 'id' } });
  const orders = async (tx: Tx) => {
    const sums = { count: 0, totalMinor: 0 };
    for await (const block of await month(tx))
      for (const { order } of block) {
        sums.count += 1;
        sums.totalMinor += order.totalMinor;
      }
    return sums;
  };
  const lines = async (tx: Tx) => {
    const sums = { totalMinor: 0 };
    for await (const block of lineBlocks(tx, await month(tx))) for (const { line } of block) sums.totalMinor += line.totalMinor;
    return sums;
  };
  return [
    { section: 'exports', what: 'exportOrders', fits: within(range), shown: orders },
    { section: 'exports', what: 'exportLines', fits: within(range), shown: lines },
  ];
}

/** Every place whose figures are of whole orders. */
export function placesOf(today: Today): Place[] {
  return [...lists(today), ...overview(today), savedReport(today), ...downloads(today)];
}
