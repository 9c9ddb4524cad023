import type { ReportRow } from '@/db/queries/reports';
import { formatMinor } from '../domain/money';
import { apiDateTime } from '../i18n/dates';
import { csvField, neutralText } from './csv-cell';
import type { ReportContext } from './report-context';
import { reportLabels } from './report-labels';
import { allLines, type ReportCell, reportRows } from './report-rows';

const byteOrderMark = '\ufeff';

/** A report as Russian Excel opens it by a double click, in every language: BOM, `;`, CRLF, decimal comma, `dd.mm.yyyy`. */
export function reportCsv(report: ReportRow, context: ReportContext): string {
  const { name, value } = reportLabels[context.locale];
  const lines = allLines(reportRows(report, context)).map((line) => [neutralText(line.label), plainText(line, context.timeZone)]);
  return byteOrderMark + [[name, value], ...lines].map((fields) => `${fields.map((field) => csvField(field)).join(';')}\r\n`).join('');
}

function plainText(cell: ReportCell, timeZone: string): string {
  switch (cell.kind) {
    case 'text':
      return neutralText(cell.value);
    case 'count':
      return String(cell.value);
    case 'money':
      return formatMinor(cell.value).replace('.', ',');
    case 'day':
      return cell.value.split('-').reverse().join('.');
    case 'instant':
      return apiDateTime(cell.value, timeZone);
  }
}
