import { addDays, type DayRange, daysIn, monthsFrom, weekdayOf } from '../period';
import type { ChartBar, ChartStep } from './analysis';
import { stepFor } from './periods';
import type { Tally } from './tally';

/** More bars than this nobody can tell apart. */
const mostBars = 1500;

const daysOfStep = { day: 1, week: 7, month: 28 };

/** The step that was asked for, unless it makes too many bars; then, or without a wish, the one that suits the length. */
export function stepOf(range: DayRange, wanted: ChartStep | undefined): ChartStep {
  return wanted && daysIn(range) / daysOfStep[wanted] <= mostBars ? wanted : stepFor(range);
}

/** The whole day, week (from Monday) or month around a day. */
function wholeStep(day: string, step: ChartStep): DayRange {
  if (step === 'day') return { from: day, to: day };
  if (step === 'month') return monthsFrom(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 1);
  const monday = addDays(day, -weekdayOf(day));
  return { from: monday, to: addDays(monday, 6) };
}

function cutTo(whole: DayRange, { from, to }: DayRange): DayRange {
  return { from: whole.from < from ? from : whole.from, to: whole.to > to ? to : whole.to };
}

interface Step {
  range: DayRange;
  partial: boolean;
}

/** The steps of a range. One is partial when the range cuts it short, or when today does. */
function stepsOf(range: DayRange, step: ChartStep, today: string): Step[] {
  const steps: Step[] = [];
  for (let day = range.from; day <= range.to; ) {
    const whole = wholeStep(day, step);
    const cut = cutTo(whole, range);
    steps.push({ range: cut, partial: cut.from !== whole.from || cut.to !== whole.to || (cut.from <= today && today < cut.to) });
    day = addDays(whole.to, 1);
  }
  return steps;
}

function fill(steps: readonly Step[], { days }: Tally): ChartBar[] {
  const bars = steps.map((step) => ({ ...step, orders: 0, totalMinor: 0 }));
  let at = 0;
  for (const [day, sum] of [...days].sort(([a], [b]) => (a < b ? -1 : 1))) {
    while (day > (bars[at]?.range.to ?? day)) at++;
    const bar = bars[at];
    if (!bar) continue;
    bar.orders += sum.orders;
    bar.totalMinor += sum.totalMinor;
  }
  return bars;
}

/** The bars of a range up to today; those that lie ahead only if they have orders already. */
export function barsOf(range: DayRange, step: ChartStep, tally: Tally, today: string): ChartBar[] {
  const bars = fill(stepsOf(range, step, today), tally);
  const last = bars.findLastIndex((bar) => bar.range.from <= today || bar.orders > 0);
  return bars.slice(0, last + 1);
}

/** As many days into the period it is held against as a step is into its own. */
function movedSteps(steps: readonly Step[], range: DayRange, against: DayRange): Step[] {
  const moved: Step[] = [];
  for (const { range: own, partial } of steps) {
    const from = addDays(against.from, daysIn({ from: range.from, to: own.from }) - 1);
    const to = addDays(from, daysIn(own) - 1);
    if (from <= against.to) moved.push({ range: cutTo({ from, to }, against), partial: partial || to > against.to });
  }
  return moved;
}

/**
 * The bars that stand beside those of a range, each for the days that lie as far within the other period: 2–8 October beside
 * 2–8 November. Months of a range that begins with one stand beside months. What is left over makes bars of its own.
 */
export function comparedBars(range: DayRange, against: DayRange, step: ChartStep, tally: Tally, today: string): ChartBar[] {
  const isMonths = step === 'month' && range.from.endsWith('-01') && against.from.endsWith('-01');
  if (isMonths) return fill(stepsOf(against, step, today), tally);
  const moved = movedSteps(stepsOf(range, step, today), range, against);
  const rest = addDays(moved.at(-1)?.range.to ?? addDays(against.from, -1), 1);
  const further = rest > against.to ? [] : stepsOf({ from: rest, to: against.to }, step, today);
  return fill([...moved, ...further], tally);
}
