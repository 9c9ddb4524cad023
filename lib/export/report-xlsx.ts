import writeXlsx, { type CellObject, type SheetData } from 'write-excel-file/node';
import type { ReportRow } from '@/db/queries/reports';
import { apiDateTime } from '../i18n/dates';
import type { ReportContext } from './report-context';
import { reportLabels } from './report-labels';
import { allLines, type ReportCell, type ReportLine, reportRows } from './report-rows';

// Format codes are written the English way; a Russian Excel shows this one as `1 234,56 ₽`.
const roubles = '#,##0.00\\ "₽"';
/** In characters. */
const columns = [{ width: 24 }, { width: 32 }];
// Named, or LibreOffice shows the bold cells in another font than the rest.
const font = { fontFamily: 'Calibri', fontSize: 11 };

/** A report as a workbook: its rows as typed cells, and a second sheet with what it covers. Instants are wall clock in the zone. */
export function reportXlsx(report: ReportRow, context: ReportContext): Promise<Uint8Array> {
  const labels = reportLabels[context.locale];
  const rows = reportRows(report, context);
  const parameters: ReportLine[] = [...rows.period, { label: labels.timeZone, kind: 'text', value: context.timeZone }, ...rows.made];
  const sheetData = (lines: ReportLine[]): SheetData => [
    [head(labels.name, 'left'), head(labels.value, 'right')],
    ...lines.map((line) => [text(line.label), { ...typedCell(line, context.timeZone), align: 'right' as const }]),
  ];
  const sheets = [
    { sheet: labels.report, columns, data: sheetData(allLines(rows)) },
    { sheet: labels.parameters, columns, data: sheetData(parameters) },
  ];
  return writeXlsx(sheets, font).toBuffer();
}

function head(label: string, align: 'left' | 'right'): CellObject {
  return { ...text(label), fontWeight: 'bold', align };
}

// A cell of type String is never computed, so a text needs no apostrophe here.
function text(value: string): CellObject {
  return { type: String, value, wrap: true };
}

function typedCell(cell: ReportCell, timeZone: string): CellObject {
  switch (cell.kind) {
    case 'text':
      return text(cell.value);
    case 'count':
      return { type: Number, value: cell.value, format: '0' };
    case 'money':
      return { type: Number, value: cell.value / 100, format: roubles };
    case 'day':
      return { type: Date, value: new Date(cell.value), format: 'dd.mm.yyyy' };
    case 'instant':
      return { type: Date, value: wallClock(cell.value, timeZone), format: 'dd.mm.yyyy hh:mm' };
  }
}

/** Cells know no zone: the date whose UTC parts are the minute the clock of the zone shows. */
function wallClock(instant: number, timeZone: string): Date {
  const [day = 1, month = 1, year = 0, hour = 0, minute = 0] = apiDateTime(instant, timeZone).split(/\D+/).map(Number);
  return new Date(Date.UTC(year, month - 1, day, hour, minute));
}
