import type { ReportRow } from '@/db/queries/reports';
import type { ReportContext } from './report-context';
import { reportLabels } from './report-labels';

export type ReportCell =
  | { kind: 'text'; value: string }
  | { kind: 'count'; value: number }
  /** Kopecks. */
  | { kind: 'money'; value: number }
  /** `YYYY-MM-DD`. */
  | { kind: 'day'; value: string }
  /** UTC epoch ms. */
  | { kind: 'instant'; value: number };

export type ReportLine = { label: string } & ReportCell;

export interface ReportRows {
  /** Whose report it is, when the company has a name. */
  organisation?: ReportLine;
  number: ReportLine;
  /** What it covers. */
  period: ReportLine[];
  figures: ReportLine[];
  /** When it was made. */
  made: ReportLine[];
}

/** The rows of a report in the order every format shows them, grouped. Money in kopecks. */
export function reportRows(report: ReportRow, { organisation, locale }: ReportContext): ReportRows {
  const labels = reportLabels[locale];
  const periods: Partial<Record<string, string>> = labels.periods;
  const company = organisation.replace(/\s+/g, ' ').trim();
  return {
    organisation: company ? { label: labels.organisation, kind: 'text', value: company } : undefined,
    number: { label: labels.id, kind: 'count', value: report.id },
    period: [
      { label: labels.period, kind: 'text', value: periods[report.period] ?? report.period },
      { label: labels.from, kind: 'day', value: report.fromDay },
      { label: labels.to, kind: 'day', value: report.toDay },
    ],
    figures: [
      { label: labels.newOrders, kind: 'count', value: report.newOrdersCount },
      { label: labels.completedOrders, kind: 'count', value: report.completedOrdersCount },
      { label: labels.newClients, kind: 'count', value: report.newClientsCount },
      { label: labels.totalSum, kind: 'money', value: report.totalOrdersMinor },
      { label: labels.averageSum, kind: 'money', value: report.avgOrderMinor },
    ],
    made: [{ label: labels.createdAt, kind: 'instant', value: report.createdAt }],
  };
}

/** The same rows as one list. */
export function allLines({ organisation, number, period, figures, made }: ReportRows): ReportLine[] {
  return [...(organisation ? [organisation] : []), number, ...period, ...figures, ...made];
}
