import { scaleBand, scaleLinear } from 'd3-scale';
import type { Analysis, ChartBar } from '../../domain/reports/analysis';
import type { Format } from '../../i18n/format';
import { margin, type PdfSheet } from '../print/pdf-sheet';
import type { AnalysisReader } from './analysis-words';

// Points, as every length here.
const height = 140;
const scaleWidth = 58;
const labelHeight = 14;
const mostLabels = 12;
const colours = { own: '#4a63d3', against: '#cdd5f6', grid: '#e8e8e4' };

function labelOf({ range }: ChartBar, { step }: Pick<Analysis, 'step'>, format: Format): string {
  return step === 'month' ? `${format.shortMonth(range.from)} ${range.from.slice(2, 4)}` : format.shortDay(range.from).slice(0, 5);
}

function fill(sheet: PdfSheet, colour: string, x: number, y: number, width: number, tall: number): void {
  if (tall > 0) sheet.pdf.rect(x, y, width, tall).fill(colour);
}

/** What the two colours mean. */
function drawLegend(sheet: PdfSheet, { words }: AnalysisReader): void {
  const y = sheet.pdf.y;
  const own = words('analysis.chart.own');
  fill(sheet, colours.own, margin + scaleWidth, y + 1, 8, 8);
  sheet.put(own, margin + scaleWidth + 12, y, 120, { size: 8 });
  const next = margin + scaleWidth + 12 + sheet.cellWidth([own], { size: 8 }) + 8;
  fill(sheet, colours.against, next, y + 1, 8, 8);
  sheet.put(words('analysis.chart.against'), next + 12, y, 200, { size: 8 });
  sheet.space(16);
}

type Scale = ReturnType<typeof scaleLinear<number>>;

function drawScale(sheet: PdfSheet, scale: Scale, { format }: AnalysisReader): void {
  for (const tick of scale.ticks(4)) {
    const y = scale(tick);
    sheet.pdf
      .moveTo(margin + scaleWidth, y)
      .lineTo(margin + sheet.width, y)
      .lineWidth(0.5)
      .strokeColor(colours.grid)
      .stroke();
    sheet.put(format.number(tick), margin, y - 5, scaleWidth - 6, { size: 8, align: 'right' });
  }
}

/** Bars in pairs, as many of them named as there is room for. */
function drawBars(sheet: PdfSheet, analysis: Analysis, scale: Scale, { format }: AnalysisReader): void {
  const against = analysis.compared?.bars ?? [];
  const bottom = scale(0);
  const places = Array.from({ length: Math.max(analysis.bars.length, against.length) }, (_, at) => at);
  const band = scaleBand(places, [margin + scaleWidth, margin + sheet.width])
    .paddingInner(0.2)
    .paddingOuter(0.1);
  const width = band.bandwidth() / (against.length > 0 ? 2 : 1);
  const every = Math.ceil(places.length / mostLabels);
  const room = band.step() * every;
  for (const at of places) {
    const x = band(at) ?? margin;
    const [own, other] = [analysis.bars[at], against[at]];
    const draw = (bar: ChartBar | undefined, colour: string, left: number) => {
      if (bar) fill(sheet, colour, left, scale(bar.totalMinor / 100), width, bottom - scale(bar.totalMinor / 100));
    };
    draw(other, colours.against, x);
    draw(own, colours.own, against.length > 0 ? x + width : x);
    const named = own ?? other;
    if (!named || at % every !== 0) continue;
    const style = { size: 8, align: 'center' } as const;
    sheet.put(labelOf(named, analysis, format), x + band.bandwidth() / 2 - room / 2, bottom + 3, room, style);
  }
}

/** The bars of a report, those of the other period beside them, over a scale that begins at nothing. */
export function drawChart(sheet: PdfSheet, analysis: Analysis, reader: AnalysisReader): void {
  const { format, words } = reader;
  const { bars, step, compared } = analysis;
  sheet.ensure(height + labelHeight + 50);
  sheet.paragraph(words(`analysis.chart.${step}`, { symbol: format.symbol }), { bold: true, size: 11 });
  sheet.space(4);
  if (compared && compared.bars.length > 0) drawLegend(sheet, reader);
  const top = sheet.pdf.y;
  const most = Math.max(1, ...[...bars, ...(compared?.bars ?? [])].map(({ totalMinor }) => totalMinor));
  const scale = scaleLinear([0, most / 100], [top + height, top]).nice(4);
  drawScale(sheet, scale, reader);
  drawBars(sheet, analysis, scale, reader);
  sheet.pdf.y = top + height + labelHeight + 10;
}
