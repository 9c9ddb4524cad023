import { setImmediate } from 'node:timers/promises';
import { abcClass } from '../../domain/reports/abc';
import type { Analysis, GroupRow, ReportGroup } from '../../domain/reports/analysis';
import type { Cell, PdfSheet } from '../print/pdf-sheet';
import { countTableRows } from './analysis-table';
import { type AnalysisReader, printedName } from './analysis-words';

/** A document is read: whoever wants more rows takes a table. */
export const mostPrintedRows = 1000;

const columns = ['orders', 'pending', 'quantity', 'total', 'share', 'cumulative'] as const;
const classWidth = 34;
const indent = '\u00a0\u00a0\u00a0\u00a0';
/** Rows drawn before others have a turn. */
const atOnce = 4;

type Figures = Pick<GroupRow, 'orders' | 'pending' | 'quantityMilli' | 'totalMinor'> & { share?: number; cumulative?: number };

function percent(hundredths: number | undefined, { format }: AnalysisReader): string {
  return hundredths === undefined ? '' : `${format.amount(hundredths)}\u00a0%`;
}

function figureTexts(figures: Figures, reader: AnalysisReader): string[] {
  const { format } = reader;
  const { orders, pending, quantityMilli, totalMinor, share, cumulative } = figures;
  return [
    format.number(orders),
    format.number(pending),
    format.quantity(quantityMilli),
    format.amount(totalMinor),
    percent(share, reader),
    percent(cumulative, reader),
  ];
}

function titlesOf({ words, format }: AnalysisReader): string[] {
  return columns.map((name) =>
    name === 'total' ? `${words('analysis.columns.total')}, ${format.symbol}` : words(`analysis.columns.${name}`),
  );
}

/** A row in texts, without its name; figures of one width, as wide as the whole needs. */
function layout(sheet: PdfSheet, analysis: Analysis, groups: readonly ReportGroup[], reader: AnalysisReader) {
  const titles = titlesOf(reader);
  const widest = figureTexts({ ...analysis.figures, share: 10_000, cumulative: 10_000 }, reader);
  const widths = columns.map((_, at) =>
    Math.max(sheet.cellWidth([titles[at] ?? ''], { bold: true }), sheet.cellWidth([widest[at] ?? ''], { align: 'right', bold: true })),
  );
  const classed = groups[0] === 'client' || groups[0] === 'product';
  const taken = widths.reduce((sum, width) => sum + width, 0) + (classed ? classWidth : 0);
  const nameWidth = sheet.width - taken;
  return (name: string, figures: readonly string[], abc: string, bold: boolean): Cell[] => [
    { text: name, width: nameWidth, bold },
    ...figures.map((text, at): Cell => ({ text, width: widths[at] ?? 0, align: 'right', bold, single: true })),
    ...(classed ? [{ text: abc, width: classWidth, align: 'center' as const, bold, single: true }] : []),
  ];
}

/** The table of a report over as many pages as it takes, its head on each of them and the whole at the end. */
export async function drawTable(
  sheet: PdfSheet,
  analysis: Analysis,
  groups: readonly ReportGroup[],
  reader: AnalysisReader,
): Promise<void> {
  const { words } = reader;
  const [first, second] = groups;
  if (!first) return;
  const row = layout(sheet, analysis, groups, reader);
  const title = groups.map((group) => words(`analysis.groups.${group}`)).join(', ');
  const head = () => sheet.row(row(title, titlesOf(reader), 'ABC', true));
  let drawn = 0;
  async function draw(one: GroupRow, group: ReportGroup, within?: GroupRow): Promise<void> {
    if (drawn >= mostPrintedRows) return;
    drawn += 1;
    const name = printedName(one, group, reader);
    sheet.row(row(within ? indent + name : name, figureTexts(one, reader), abcClass(within ?? one), second !== undefined && !within));
    if (drawn % atOnce === 0) await setImmediate();
  }
  sheet.ensure(60);
  await sheet.repeatingUntil(head, async () => {
    for (const one of analysis.rows) {
      await draw(one, first);
      if (second) for (const part of one.parts) await draw(part, second, one);
    }
    sheet.row(
      row(words('analysis.total'), figureTexts({ ...analysis.figures, share: analysis.rows.length > 0 ? 10_000 : 0 }, reader), '', true),
    );
  });
  const rest = countTableRows(analysis) - drawn;
  if (rest > 0) sheet.paragraph(words('analysis.rest', { n: rest }));
}
