import { breathe } from '@/db/engines/breathe';
import type { Tx } from '@/db/engines/engine';
import { countClients } from '@/db/queries/client-lists';
import { sumDayTotals } from '@/db/queries/day-totals';
import { clientsOrderingBefore, type OrderFacts } from '@/db/queries/report-facts';
import { addDays, type DayRange } from '../period';
import type { ReportFigures } from './analysis';
import { averageMinor } from './figures';
import { medianOf } from './median';

interface DaySum {
  orders: number;
  /** Kopecks. */
  totalMinor: number;
}

/** What the orders of a range come to, gathered while they are read. */
export interface Tally {
  statuses: Map<string, number>;
  totalMinor: number;
  quantityMilli: number;
  clients: Set<number>;
  /** Every order's kopecks, for the middle one. */
  totals: number[][];
  days: Map<string, DaySum>;
}

export function emptyTally(): Tally {
  return { statuses: new Map(), totalMinor: 0, quantityMilli: 0, clients: new Set(), totals: [], days: new Map() };
}

function sumOf(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

export function addToTally(tally: Tally, facts: OrderFacts): void {
  const totalMinor = sumOf(facts.totals);
  tally.statuses.set(facts.status, (tally.statuses.get(facts.status) ?? 0) + facts.totals.length);
  tally.totalMinor += totalMinor;
  tally.quantityMilli += sumOf(facts.quantities);
  for (const client of facts.clients) tally.clients.add(client);
  tally.totals.push(facts.totals);
  const day = tally.days.get(facts.day) ?? { orders: 0, totalMinor: 0 };
  tally.days.set(facts.day, { orders: day.orders + facts.totals.length, totalMinor: day.totalMinor + totalMinor });
}

/** Clients asked about in one statement. */
const clientsAStatement = 100;

async function countReturning(tx: Tx, clients: ReadonlySet<number>, day: string): Promise<number> {
  const earlier = await sumDayTotals(tx, { to: addDays(day, -1) });
  const ids = earlier.orders > 0 ? [...clients] : [];
  let count = 0;
  for (let at = 0; at < ids.length; at += clientsAStatement) {
    count += (await clientsOrderingBefore(tx, ids.slice(at, at + clientsAStatement), day)).length;
    await breathe();
  }
  return count;
}

/** Step: the figures of a range, out of all its orders. */
export async function figuresOf(tx: Tx, tally: Tally, range: DayRange): Promise<ReportFigures> {
  const { statuses, totalMinor, quantityMilli } = tally;
  const [pending, completed, cancelled] = ['Pending', 'Completed', 'Cancelled'].map((status) => statuses.get(status) ?? 0) as [
    number,
    number,
    number,
  ];
  const orders = pending + completed + cancelled;
  return {
    orders,
    pending,
    completed,
    cancelled,
    totalMinor,
    averageMinor: averageMinor(totalMinor, orders),
    medianMinor: await medianOf(tally.totals),
    quantityMilli,
    newClients: await countClients(tx, { words: [], ...range }),
    returningClients: await countReturning(tx, tally.clients, range.from),
  };
}
