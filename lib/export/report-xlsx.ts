import { buffer } from 'node:stream/consumers';
import type { ReportRow } from '@/db/queries/reports';
import type { ReportContext } from './report-context';
import { reportLabels } from './report-labels';
import { allLines, reportRows } from './report-rows';
import type { TableParameter } from './table';
import { zoneOffset } from './wall-clock';
import { factsSheet } from './xlsx/facts-sheet';
import { workbook } from './xlsx/workbook';

/** A report as a workbook: its rows as typed cells, and a second sheet with what it covers. Instants are wall clock in the zone. */
export function reportXlsx(report: ReportRow, context: ReportContext): Promise<Uint8Array> {
  const labels = reportLabels[context.locale];
  const rows = reportRows(report, context);
  const offset = zoneOffset(context.timeZone);
  const parameters: TableParameter[] = [...rows.period, { label: labels.timeZone, kind: 'text', value: context.timeZone }, ...rows.made];
  const xml = (facts: readonly TableParameter[]): string[] => factsSheet([labels.name, labels.value], facts, offset);
  const sheets = [
    { title: labels.report, xml: xml(allLines(rows)) },
    { title: labels.parameters, xml: xml(parameters) },
  ];
  return buffer(workbook(sheets, { title: `${rows.number.label} ${report.id}`, madeAt: report.createdAt }));
}
