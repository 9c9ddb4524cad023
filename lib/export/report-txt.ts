import type { ReportRow } from '@/db/queries/reports';
import { cellText } from './cell-text';
import type { ReportContext } from './report-context';
import { allLines, reportRows } from './report-rows';

/** A report as plain text: one row a line, values in one column. */
export function reportTxt(report: ReportRow, context: ReportContext): string {
  const lines = allLines(reportRows(report, context));
  const width = Math.max(...lines.map(({ label }) => label.length)) + 2;
  return lines.map((line) => `${line.label.padEnd(width)}${cellText(line, context)}\n`).join('');
}
