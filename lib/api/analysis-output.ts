import { z } from 'zod';
import { formatMinor } from '@/lib/domain/money';
import { abcClass } from '@/lib/domain/reports/abc';
import { type Analysis, type ChartBar, chartSteps, type GroupRow, type ReportFigures, reportGroups } from '@/lib/domain/reports/analysis';

const money = z.string().meta({ examples: ['4494500.00'] });
const share = z.number().meta({ description: 'Part of one, to four places', examples: [0.799] });
const days = { from: z.string().meta({ format: 'date' }), to: z.string().meta({ format: 'date' }) };

const figuresOutput = z.object({
  orders: z.int(),
  pending: z.int(),
  completed: z.int(),
  cancelled: z.int(),
  total: money,
  average: money,
  median: money,
  quantity: z.number(),
  new_clients: z.int(),
  returning_clients: z.int(),
});

const barOutput = z.object({
  ...days,
  partial: z.boolean().meta({ description: 'Whether the period, or today, cuts it short' }),
  orders: z.int(),
  total: money,
});

const rowFields = {
  key: z.union([z.string(), z.int(), z.null()]),
  name: z.string().nullable(),
  orders: z.int().meta({ description: 'Orders; of a product those in which it stands, so products of one order overlap' }),
  pending: z.int(),
  total: money,
  quantity: z.number(),
  share,
  cumulative: share,
};

const hoursOf = <T extends z.ZodType>(value: T) =>
  z.array(z.array(value)).meta({ description: 'Seven days from Monday, each of 24 hours' });

/** A report as the API tells it. */
export const analysisOutput = z.object({
  ...days,
  figures: figuresOutput,
  compared: z.object({ ...days, figures: figuresOutput, bars: z.array(barOutput) }).nullable(),
  step: z.enum(chartSteps),
  bars: z.array(barOutput),
  groups: z.array(z.enum(reportGroups)),
  rows_total: z.int().meta({ description: 'Rows of the first grouping, however many of them are told' }),
  rows: z.array(
    z.object({
      ...rowFields,
      class: z.enum(['A', 'B', 'C']).nullable().meta({ description: 'ABC by the cumulative share; of clients and products' }),
      parts: z.array(z.object(rowFields)),
    }),
  ),
  statuses: z
    .array(z.object({ ...rowFields, parts: z.array(z.object(rowFields)) }))
    .meta({ description: 'The orders by status, each divided by who made them, whatever the rows are' }),
  hours: z.object({ orders: hoursOf(z.int()), total: hoursOf(money) }),
});

function showFigures(figures: ReportFigures) {
  const { orders, pending, completed, cancelled, newClients, returningClients } = figures;
  return {
    orders,
    pending,
    completed,
    cancelled,
    total: formatMinor(figures.totalMinor),
    average: formatMinor(figures.averageMinor),
    median: formatMinor(figures.medianMinor),
    quantity: figures.quantityMilli / 1000,
    new_clients: newClients,
    returning_clients: returningClients,
  };
}

function showBar({ range, partial, orders, totalMinor }: ChartBar) {
  return { ...range, partial, orders, total: formatMinor(totalMinor) };
}

function showRow({ key, name, orders, pending, totalMinor, quantityMilli, share, cumulative }: GroupRow) {
  const figures = { orders, pending, total: formatMinor(totalMinor), quantity: quantityMilli / 1000 };
  return { key, name, ...figures, share: share / 10_000, cumulative: cumulative / 10_000 };
}

/** A report with so many of its rows. */
export function showAnalysis(analysis: Analysis, groups: z.output<typeof analysisOutput>['groups'], limit: number) {
  const { range, figures, compared, step, bars, rows, statuses, hours } = analysis;
  const classed = groups[0] === 'client' || groups[0] === 'product';
  return {
    ...range,
    figures: showFigures(figures),
    compared: compared && { ...compared.range, figures: showFigures(compared.figures), bars: compared.bars.map(showBar) },
    step,
    bars: bars.map(showBar),
    groups,
    rows_total: rows.length,
    rows: rows.slice(0, limit).map((row) => ({ ...showRow(row), class: classed ? abcClass(row) : null, parts: row.parts.map(showRow) })),
    statuses: statuses.map((row) => ({ ...showRow(row), parts: row.parts.map(showRow) })),
    hours: { orders: hours.orders, total: hours.totalMinor.map((day) => day.map(formatMinor)) },
  };
}
