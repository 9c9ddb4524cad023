import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import type { ReportRow } from '@/db/queries/reports';
import { cellText } from './cell-text';
import type { ReportContext } from './report-context';
import { type ReportLine, reportRows } from './report-rows';

// From the working directory, not from this module: a bundle moves the module away from its packages, and Next
// copies a file into its standalone output when it sees the path spelled this way.
const regular = join(process.cwd(), 'node_modules/@expo-google-fonts/golos-text/400Regular/GolosText_400Regular.ttf');
const semiBold = join(process.cwd(), 'node_modules/@expo-google-fonts/golos-text/600SemiBold/GolosText_600SemiBold.ttf');

const ink = '#1a1a1a';
const muted = '#6b6b6b';
const hairline = '#dcdcdc';
// Points, as every length below.
const margin = 64;
const groupGap = 22;
const rowPadding = 7;

/** A report as one A4 page, its fonts embedded. */
export function reportPdf(report: ReportRow, context: ReportContext): Promise<Uint8Array> {
  const { organisation, number, period, figures, made } = reportRows(report, context);
  const title = `${number.label} ${number.value}`;
  const document = new PDFDocument({
    size: 'A4',
    margin,
    font: regular,
    lang: context.locale,
    displayTitle: true,
    info: { Title: title, Author: context.organisation, CreationDate: new Date(report.createdAt) },
  });
  if (organisation) document.fontSize(11).fillColor(muted).text(cellText(organisation, context)).moveDown(0.5);
  document.font(semiBold).fontSize(24).fillColor(ink).text(title);
  for (const lines of [period, figures, made]) drawLines(document, lines, context);
  document.end();
  return buffer(document);
}

/** Labels on the left, values on the right, a hairline under each row. */
function drawLines(document: PDFKit.PDFDocument, lines: ReportLine[], context: ReportContext): void {
  const width = document.page.width - 2 * margin;
  document.fontSize(11);
  document.y += groupGap;
  for (const line of lines) {
    const top = document.y + rowPadding;
    document
      .font(regular)
      .fillColor(muted)
      .text(line.label, margin, top, { width: width / 2 });
    document
      .font(semiBold)
      .fillColor(ink)
      .text(cellText(line, context), margin + width / 2, top, { width: width / 2, align: 'right' });
    const bottom = document.y + rowPadding;
    document
      .moveTo(margin, bottom)
      .lineTo(margin + width, bottom)
      .lineWidth(0.5)
      .strokeColor(hairline)
      .stroke();
    document.y = bottom;
  }
  document.x = margin;
}
