import { buffer } from 'node:stream/consumers';
import { growth } from '../../domain/overview/figures';
import type { Analysis } from '../../domain/reports/analysis';
import { type Cell, margin, PdfSheet } from '../print/pdf-sheet';
import { analysisFigures } from './analysis-facts';
import type { AnalysisReader, AskedAnalysis } from './analysis-words';
import { drawChart } from './pdf-chart';
import { drawTable } from './pdf-table';

const labelWidth = 110;

function valueText(value: number, kind: 'money' | 'count' | 'quantity', { format }: AnalysisReader): string {
  switch (kind) {
    case 'money':
      return format.money(value);
    case 'count':
      return format.number(value);
    case 'quantity':
      return format.quantity(value);
  }
}

/** `+12,4 %`, or nothing where there was nothing before. */
function changeText(now: number, before: number, { format }: AnalysisReader): string {
  const tenths = growth(now, before);
  if (tenths === undefined) return '—';
  const sign = tenths > 0 ? '+' : tenths < 0 ? '−' : '';
  return `${sign}${format.number(Math.abs(tenths) / 10)}\u00a0%`;
}

/** The figures, beside those of the other period where there is one. */
function drawFigures(sheet: PdfSheet, { figures, compared }: Analysis, reader: AnalysisReader): void {
  const { words } = reader;
  const width = compared ? 105 : 160;
  const name = sheet.width - width * (compared ? 3 : 1);
  const row = (label: string, values: readonly string[], bold = false): Cell[] => [
    { text: label, width: name, bold },
    ...values.map((text): Cell => ({ text, width, align: 'right', bold })),
  ];
  sheet.row(row('', [words('analysis.now'), ...(compared ? [words('analysis.before'), words('analysis.change')] : [])], true));
  for (const { name: figure, kind, of } of analysisFigures) {
    const now = of(figures);
    const before = compared && of(compared.figures);
    const others = before === null ? [] : [valueText(before, kind, reader), changeText(now, before, reader)];
    sheet.row(row(words(`analysis.figures.${figure}`), [valueText(now, kind, reader), ...others]));
  }
}

function drawHead(sheet: PdfSheet, { range, compared }: Analysis, { conditions }: AskedAnalysis, reader: AnalysisReader): void {
  const { words, format, organisation } = reader;
  if (organisation) sheet.paragraph(organisation);
  sheet.paragraph(words('analysis.title'), { bold: true, size: 16 });
  sheet.space(6);
  sheet.line(margin, sheet.pdf.y, margin + sheet.width, sheet.pdf.y);
  sheet.space(8);
  const label = (name: 'period' | 'compared' | 'filter' | 'at') => words(`analysis.parameters.${name}`);
  sheet.labelled(label('period'), format.period(range.from, range.to), labelWidth);
  if (compared) sheet.labelled(label('compared'), format.period(compared.range.from, compared.range.to), labelWidth);
  sheet.labelled(label('filter'), conditions.join('; ') || words('analysis.everything'), labelWidth);
  const made = words('analysis.made', { when: format.longDateTime(reader.madeAt), user: reader.user });
  sheet.labelled(label('at'), made, labelWidth);
}

/** A report on A4: what it covers, its figures beside those of the other period, its bars, its table. */
export async function analysisPdf(analysis: Analysis, asked: AskedAnalysis, reader: AnalysisReader): Promise<Uint8Array> {
  const { words, organisation, locale, madeAt } = reader;
  const title = words('analysis.file', {
    from: reader.format.shortDay(analysis.range.from),
    to: reader.format.shortDay(analysis.range.to),
  });
  const sheet = new PdfSheet({ title, author: organisation, locale, made: new Date(madeAt) });
  sheet.newPage();
  drawHead(sheet, analysis, asked, reader);
  sheet.space(10);
  drawFigures(sheet, analysis, reader);
  sheet.space(18);
  if (analysis.figures.orders > 0) {
    drawChart(sheet, analysis, reader);
    sheet.space(8);
    await drawTable(sheet, analysis, asked.question.groups, reader);
  } else sheet.paragraph(words('analysis.empty'));
  sheet.footers(0, (page, pages) => words('page', { title, page, pages }));
  sheet.pdf.end();
  return buffer(sheet.pdf);
}
