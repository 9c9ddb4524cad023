import { z } from 'zod';
import { orderFilterFields } from '../orders/order-filter';
import type { DayRange } from '../period';
import { type AnalysisQuestion, chartSteps, comparisons, reportGroups } from './analysis';
import { isReportPeriod, isSensibleRange, type ReportPeriod, rangeOfPeriod } from './periods';

const {
  period: _period,
  from,
  to,
  deleted: _deleted,
  match: _match,
  with_product_id: _with,
  weekday: _weekday,
  hour: _hour,
  client_class: _client,
  product_class: _product,
  class_status: _status,
  ...conditions
} = orderFilterFields;

/** The conditions of an orders list that a report takes, too: its days are its own, all conditions hold, the bin counts never. */
export const reportFilterFields = conditions;

/** What a report is asked for, by one description for pages, API and downloads. */
export const reportQuestionFields = {
  period: z
    .string()
    .refine(isReportPeriod, 'report_period')
    .transform((text) => text as ReportPeriod)
    .optional()
    .meta({
      description: 'today, yesterday, week, month, quarter, year or last_<days>; the current month unless days are named',
      examples: ['month', 'last_30'],
    }),
  from,
  to,
  compare: z.enum(comparisons).optional().meta({ description: 'previous unless named' }),
  step: z.enum(chartSteps).optional().meta({ description: 'Length of a bar; the one that suits the period unless named' }),
  group: z
    .union([z.enum(reportGroups), z.array(z.enum(reportGroups)).max(2)])
    .optional()
    .meta({ description: 'One or two; the second divides the rows of the first. client unless named' }),
  ...conditions,
};

const questionSchema = z.object(reportQuestionFields);
export type ReportQuestion = z.output<typeof questionSchema>;

/** Named days come in pairs, in their order, and do not span more than a hundred years. */
export function checkDays({ from, to }: Partial<DayRange>, ctx: z.RefinementCtx): void {
  if (!from && !to) return;
  if (!from || !to) ctx.addIssue({ code: 'custom', path: [from ? 'to' : 'from'], message: 'required' });
  else if (from > to) ctx.addIssue({ code: 'custom', path: ['to'], message: 'period_order' });
  else if (!isSensibleRange({ from, to })) ctx.addIssue({ code: 'custom', path: ['to'], message: 'period_long' });
}

/** What was asked for, bound to today. Named days win over a period, as in the lists; a pair that makes no sense is left out. */
export function questionOf({ period, from, to, compare, step, group, ...filter }: ReportQuestion, today: string): AnalysisQuestion {
  const range = from && to && isSensibleRange({ from, to }) ? { from, to } : undefined;
  const named = range ? undefined : (period ?? 'month');
  return {
    filter,
    range: range ?? rangeOfPeriod(named ?? 'month', today),
    period: named,
    compare: compare ?? 'previous',
    step,
    groups: [...new Set([group ?? 'client'].flat())],
  };
}
