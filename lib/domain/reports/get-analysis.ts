import type { Tx } from '@/db/engines/engine';
import type { OrderRowFilter } from '@/db/queries/order-filter';
import { listLineFacts, listOrderFacts, type OrderFacts, sumReportLines } from '@/db/queries/report-facts';
import { readSettings } from '@/db/queries/settings';
import type { Ctx } from '../context';
import { findOrders } from '../orders/find-orders';
import { type DayRange, dayInZone } from '../period';
import { may } from '../permissions';
import type { Analysis, AnalysisQuestion, ReportGroup } from './analysis';
import { barsOf, comparedBars, stepOf } from './bars';
import { addLines, addOrders, type GroupCells } from './group-cells';
import { rowsOf } from './group-rows';
import { hourCounter } from './hours';
import { inTurn } from './in-turn';
import { previousRange, sameRangeLastYear } from './periods';
import { readStretches } from './stretches';
import { addToTally, emptyTally, figuresOf, type Tally } from './tally';

/** The days a report is held against; null when it is not. */
function rangeAgainst({ range, period, compare }: AnalysisQuestion, today: string): DayRange | null {
  if (compare === 'none') return null;
  return compare === 'year' ? sameRangeLastYear(range, today) : previousRange(range, period, today);
}

interface Stoppable {
  range: DayRange;
  /** Ends it between two pieces. */
  stop: AbortSignal | undefined;
}

/** Reads the orders of some days; every fact is also shown to `see`. */
async function tallyOf(tx: Tx, filter: OrderRowFilter, { range, stop }: Stoppable, see?: (facts: OrderFacts) => void): Promise<Tally> {
  const tally = emptyTally();
  await readStretches(tx, filter, { range, of: 'orders', stop }, async (stretch) => {
    for (const facts of await listOrderFacts(tx, filter, stretch)) {
      addToTally(tally, facts);
      see?.(facts);
    }
  });
  return tally;
}

async function readLines(tx: Tx, filter: OrderRowFilter, { range, stop }: Stoppable, groups: readonly ReportGroup[], cells: GroupCells) {
  await readStretches(tx, filter, { range, of: 'lines', stop }, async (stretch) => {
    for (const facts of await listLineFacts(tx, filter, stretch)) addLines(cells, facts, groups);
  });
}

/** Orders whose lines are read again to prove their sum; the check of all sums proves the rest. */
const mostProven = 10_000;

async function sumOfLines(tx: Tx, filter: OrderRowFilter, range: DayRange, orders: number): Promise<number | null> {
  if (orders > mostProven) return null;
  let sum = 0;
  await readStretches(tx, filter, { range, of: 'lines' }, async (stretch) => {
    sum += await sumReportLines(tx, filter, stretch);
  });
  return sum;
}

const statusGroups = ['status', 'manager'] as const satisfies readonly ReportGroup[];

/** Step: a report over any days, out of one view of the data: its figures, bars, rows and hours count the same orders. */
export async function analyse(tx: Tx, ctx: Pick<Ctx, 'now'>, question: AnalysisQuestion, stop?: AbortSignal): Promise<Analysis> {
  const { range } = question;
  const groups = [...new Set(question.groups)].slice(0, 2);
  const { timeZone } = await readSettings(tx);
  const today = dayInZone(ctx.now(), timeZone);
  const asked = { ...question.filter, period: undefined, from: undefined, to: undefined, deleted: undefined, match: undefined };
  const filter = await findOrders(tx, ctx, asked);
  const step = stepOf(range, question.step);
  const cells: GroupCells = new Map();
  const byStatus: GroupCells = new Map();
  const { hours, add: addHours } = hourCounter(timeZone);
  const tally = await tallyOf(tx, filter, { range, stop }, (facts) => {
    addHours(facts);
    addOrders(cells, facts, groups);
    addOrders(byStatus, facts, statusGroups);
  });
  if (groups.includes('product')) await readLines(tx, filter, { range, stop }, groups, cells);
  const against = rangeAgainst(question, today);
  const before = against && (await tallyOf(tx, filter, { range: against, stop }));
  const figures = await figuresOf(tx, tally, range);
  return {
    range,
    figures,
    compared: against &&
      before && {
        range: against,
        figures: await figuresOf(tx, before, against),
        bars: comparedBars(range, against, step, before, today),
      },
    step,
    bars: barsOf(range, step, tally, today),
    rows: await rowsOf(tx, cells, groups, tally.totalMinor),
    statuses: await rowsOf(tx, byStatus, statusGroups, tally.totalMinor),
    hours,
    linesMinor: question.prove ? await sumOfLines(tx, filter, range, figures.orders) : null,
  };
}

/**
 * A report over any days, all of it from one view of the data: its figures, bars, rows and hours count the same orders. A few are
 * computed at once, further ones wait. Throws the reason of `stop`.
 */
export async function getAnalysis(ctx: Ctx, question: AnalysisQuestion, stop?: AbortSignal): Promise<Analysis> {
  may(ctx, 'report.read');
  may(ctx, 'order.read');
  return inTurn(() => ctx.db.snapshot((tx) => analyse(tx, ctx, question, stop)));
}
