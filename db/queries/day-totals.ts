import { and, asc, eq, gt, gte, inArray, lte, type SQL, sql } from 'drizzle-orm';
import type { Engine, Tx } from '../engines/engine';
import { hot, placed } from '../engines/hot';
import { orderDayTotals, orders } from '../schema/orders';
import { only } from './only';

type Counted = Pick<typeof orders.$inferSelect, 'businessDay' | 'status' | 'totalMinor' | 'paidMinor' | 'deletedAt'>;
type DayTotal = Omit<typeof orderDayTotals.$inferSelect, 'id'>;

function totalOf(order: Counted, sign: 1 | -1): DayTotal {
  const { businessDay, status, totalMinor, paidMinor } = order;
  return { day: businessDay, status, orders: sign, totalMinor: sign * totalMinor, paidMinor: sign * paidMinor };
}

const newTotal = hot('day_total.insert', (tx) => tx.insert(orderDayTotals).values(placed(orderDayTotals, ['id'])));

/** What an order was and what it is: the difference goes to the totals of its day. An order in the bin counts nowhere. */
export async function recountOrder(tx: Tx, before: Counted | null, after: Counted | null): Promise<void> {
  const rows = [
    ...(before && before.deletedAt === null ? [totalOf(before, -1)] : []),
    ...(after && after.deletedAt === null ? [totalOf(after, 1)] : []),
  ];
  const [was, is] = rows;
  const same = was && is && was.day === is.day && was.status === is.status;
  if (!same) {
    for (const row of rows) await newTotal(tx, row);
    return;
  }
  const difference = { ...is, orders: 0, totalMinor: is.totalMinor + was.totalMinor, paidMinor: is.paidMinor + was.paidMinor };
  if (difference.totalMinor !== 0 || difference.paidMinor !== 0) await newTotal(tx, difference);
}

const sums = {
  orders: sql`coalesce(sum(${orderDayTotals.orders}), 0)`.mapWith(Number),
  totalMinor: sql`coalesce(sum(${orderDayTotals.totalMinor}), 0)`.mapWith(Number),
  paidMinor: sql`coalesce(sum(${orderDayTotals.paidMinor}), 0)`.mapWith(Number),
};

export interface DayTotalFilter {
  /** Business days, both included. */
  from?: string;
  to?: string;
  statuses?: readonly string[];
}

function inDays({ from, to, statuses }: DayTotalFilter): SQL | undefined {
  return and(
    from ? gte(orderDayTotals.day, from) : undefined,
    to ? lte(orderDayTotals.day, to) : undefined,
    statuses && statuses.length > 0 ? inArray(orderDayTotals.status, [...statuses]) : undefined,
  );
}

/** Live orders of these days and statuses: their number, and kopecks. Equal to a sum over the orders, at any size. */
export async function sumDayTotals(tx: Tx, filter: DayTotalFilter) {
  return only(await tx.select(sums).from(orderDayTotals).where(inDays(filter)));
}

/** The same day by day and status by status, in their order. */
export function listDayTotals(tx: Tx, filter: DayTotalFilter) {
  return tx
    .select({ day: orderDayTotals.day, status: orderDayTotals.status, ...sums })
    .from(orderDayTotals)
    .where(inDays(filter))
    .groupBy(orderDayTotals.day, orderDayTotals.status)
    .orderBy(asc(orderDayTotals.day), asc(orderDayTotals.status));
}

/** The same from the orders themselves, for checking. */
export function countDaysFromOrders(tx: Tx) {
  return tx
    .select({
      day: orders.businessDay,
      status: orders.status,
      orders: sql`count(*)`.mapWith(Number),
      totalMinor: sql`sum(${orders.totalMinor})`.mapWith(Number),
      paidMinor: sql`sum(${orders.paidMinor})`.mapWith(Number),
    })
    .from(orders)
    .where(sql`${orders.deletedAt} is null`)
    .groupBy(orders.businessDay, orders.status)
    .orderBy(asc(orders.businessDay), asc(orders.status));
}

/** One folder at a time, across processes; readers and writers go on. */
export async function lockDayTotals(db: Engine, tx: Tx): Promise<void> {
  if (db.dialect === 'postgres') await db.rows(tx, sql`select pg_advisory_xact_lock(7264003)`);
}

/** Days and statuses that stand in more than one row. */
export async function scatteredDays(tx: Tx, limit: number): Promise<{ day: string; status: string }[]> {
  return tx
    .select({ day: orderDayTotals.day, status: orderDayTotals.status })
    .from(orderDayTotals)
    .groupBy(orderDayTotals.day, orderDayTotals.status)
    .having(gt(sql`count(*)`, 1))
    .limit(limit);
}

/** One row in place of the many of a day and status; rows that others add meanwhile stay. */
export async function foldDay(tx: Tx, day: string, status: string): Promise<void> {
  const taken = await tx
    .delete(orderDayTotals)
    .where(and(eq(orderDayTotals.day, day), eq(orderDayTotals.status, status)))
    .returning();
  const sum = { day, status, orders: 0, totalMinor: 0, paidMinor: 0 };
  for (const row of taken) {
    sum.orders += row.orders;
    sum.totalMinor += row.totalMinor;
    sum.paidMinor += row.paidMinor;
  }
  if (sum.orders !== 0 || sum.totalMinor !== 0 || sum.paidMinor !== 0) await tx.insert(orderDayTotals).values(sum);
}
