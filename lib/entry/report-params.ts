import { z } from 'zod';
import { orderFilterFields } from '@/lib/domain/orders/order-filter';
import { type DayRange, isDay } from '@/lib/domain/period';
import { type AnalysisQuestion, chartSteps, comparisons, reportGroups } from '@/lib/domain/reports/analysis';
import { isReportPeriod, isSensibleRange, type ReportPeriod, rangeOfPeriod } from '@/lib/domain/reports/periods';
import { type FilterParams, readFilter, type SearchParams } from './filter-params';

const { period: _period, from: _from, to: _to, deleted: _deleted, match: _match, ...conditions } = orderFilterFields;

/** The conditions of an orders list that a report takes, too: its days are its own, all conditions hold, the bin counts never. */
export const reportFilterFields = conditions;

const choices = {
  compare: z.enum(comparisons),
  step: z.enum(chartSteps),
  group: z.union([z.enum(reportGroups), z.array(z.enum(reportGroups)).max(2)]),
};

interface ReportParams {
  question: AnalysisQuestion;
  /** The whole address again in one spelling: `period` or `from` and `to`, `compare`, `step`, `group`, and the filter. */
  params: FilterParams;
  /** The filter's part of it, as the address of the orders list names it. */
  filterParams: FilterParams;
}

function textOf(given: string | string[] | undefined): string {
  return [given].flat()[0] ?? '';
}

/** Named days win over a named period, as in the lists; without either it is the current month. */
function daysOf(given: SearchParams, today: string): { range: DayRange; period?: ReportPeriod; params: FilterParams } {
  const [from, to, name] = [textOf(given.from), textOf(given.to), textOf(given.period)];
  if (isDay(from) && isDay(to) && isSensibleRange({ from, to })) return { range: { from, to }, params: { from, to } };
  const period = isReportPeriod(name) ? name : 'month';
  return { range: rangeOfPeriod(period, today), period, params: { period } };
}

/** The report that an address asks for. What makes no sense in it is left out, as everywhere in addresses. */
export function readReportParams(given: SearchParams, today: string): ReportParams {
  const { filter, params: filterParams } = readFilter(reportFilterFields, given);
  const { filter: chosen, params: choiceParams } = readFilter(choices, given);
  const { range, period, params: dayParams } = daysOf(given, today);
  const groups = [chosen.group ?? 'client'].flat();
  return {
    question: { filter, range, period, compare: chosen.compare ?? 'previous', step: chosen.step, groups },
    params: { ...dayParams, ...choiceParams, ...filterParams },
    filterParams,
  };
}
