import type { ReportRow } from '@/db/queries/reports';
import type { ReportContext } from './report-context';
import { reportCsv } from './report-csv';
import { reportJson } from './report-json';
import { reportPdf } from './report-pdf';
import { reportTxt } from './report-txt';
import { reportXlsx } from './report-xlsx';

export const reportFormats = ['txt', 'csv', 'xlsx', 'pdf', 'json'] as const;

export type ReportFormat = (typeof reportFormats)[number];

export interface ReportFile {
  name: string;
  /** Media type with its charset. */
  type: string;
  content: string | Uint8Array;
}

interface Writer {
  type: string;
  write: (report: ReportRow, context: ReportContext) => string | Promise<Uint8Array>;
}

const writers: Record<ReportFormat, Writer> = {
  txt: { type: 'text/plain; charset=utf-8', write: reportTxt },
  csv: { type: 'text/csv; charset=utf-8', write: reportCsv },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: reportXlsx },
  pdf: { type: 'application/pdf', write: reportPdf },
  json: { type: 'application/json', write: reportJson },
};

/** The file of a saved report. Money in kopecks comes out in roubles, instants in the time zone of the company. */
export async function reportFile(report: ReportRow, format: ReportFormat, context: ReportContext): Promise<ReportFile> {
  const { type, write } = writers[format];
  return { name: `report_${report.id}.${format}`, type, content: await write(report, context) };
}
