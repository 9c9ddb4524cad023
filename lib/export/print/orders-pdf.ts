import { buffer } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import type { PrintWords } from '../../i18n/print-words';
import type { DocumentSignature, OrderDocument } from './order-document';
import type { DocumentColumn, DocumentTable, DocumentTotal } from './order-table';
import { drawBank } from './pdf-bank';
import { type Cell, margin, PdfSheet, type SheetInfo } from './pdf-sheet';

export interface PrintedFile extends SheetInfo {
  words: PrintWords;
  /** PNG or JPEG; none without one. */
  logo: Uint8Array | undefined;
}

const labelWidth = 76;
const logoHeight = 48;
const signatureHeight = 44;
const headAndRow = 60;
const maxUnit = 60;

/** Orders as one PDF, each beginning on a page of its own and numbered by itself. */
export async function ordersPdf(documents: readonly OrderDocument[], { words, logo, ...info }: PrintedFile): Promise<Uint8Array> {
  const sheet = new PdfSheet(info);
  for (const document of documents) {
    // A hundred long orders are seconds of work: others are answered in between.
    await setImmediate();
    const first = sheet.pages;
    drawOrder(sheet, document, words, logo);
    sheet.footers(first, (page, pages) => words('page', { title: document.title, page, pages }));
  }
  sheet.pdf.end();
  return buffer(sheet.pdf);
}

function drawOrder(sheet: PdfSheet, document: OrderDocument, words: PrintWords, logo: Uint8Array | undefined): void {
  sheet.newPage();
  if (logo) drawLogo(sheet, logo);
  if (document.bank) {
    drawBank(sheet, document.bank);
    sheet.space(18);
  }
  sheet.paragraph(document.title, { bold: true, size: 14 });
  sheet.space(6);
  sheet.line(margin, sheet.pdf.y, margin + sheet.width, sheet.pdf.y);
  sheet.space(10);
  for (const { label, text } of document.parties) sheet.labelled(label, text, labelWidth);
  sheet.space(8);
  drawTable(sheet, document.table);
  sheet.space(10);
  sheet.paragraph(document.count);
  if (document.words) sheet.paragraph(document.words, { bold: true });
  if (document.payUntil) sheet.paragraph(document.payUntil);
  drawSignatures(sheet, document.signatures, words);
}

function drawLogo(sheet: PdfSheet, logo: Uint8Array): void {
  try {
    sheet.pdf.image(Buffer.from(logo), margin, margin, { fit: [sheet.width / 2, logoHeight] });
    sheet.pdf.y = margin + logoHeight + 12;
  } catch {
    // A broken picture is no reason to have no invoice.
    sheet.pdf.y = margin;
  }
}

/** Each column as wide as its texts, words for a unit within reason; the product takes what the others leave. */
function columnWidths(sheet: PdfSheet, columns: readonly DocumentColumn[], rows: readonly string[][]): number[] {
  const own = columns.map(({ key, label, numeric }, index) => {
    if (key === 'product') return 0;
    const widest = sheet.cellWidth(
      rows.map((row) => row[index] ?? ''),
      { align: numeric ? 'right' : 'left' },
    );
    return Math.max(sheet.cellWidth([label], { bold: true }), key === 'unit' ? Math.min(widest, maxUnit) : widest);
  });
  const taken = own.reduce((sum, width) => sum + width, 0);
  return own.map((width) => width || sheet.width - taken);
}

function drawTable(sheet: PdfSheet, { columns, rows, totals }: DocumentTable): void {
  const widths = columnWidths(sheet, columns, rows);
  const cell = (text: string, index: number): Cell => ({
    text,
    width: widths[index] ?? 0,
    align: columns[index]?.numeric ? 'right' : 'left',
  });
  const head = () => sheet.row(columns.map(({ label }, index) => ({ ...cell(label, index), align: 'center', bold: true })));
  // A head never stands alone at the end of a page.
  sheet.ensure(headAndRow);
  sheet.repeating(head, () => {
    for (const row of rows) sheet.row(row.map(cell));
  });
  drawTotals(sheet, totals);
}

/** The totals stay together, and so a total never stands alone on a page. */
function drawTotals(sheet: PdfSheet, totals: readonly DocumentTotal[]): void {
  const value = 130;
  const edge = 4;
  const height = 15;
  sheet.ensure(totals.length * height + 4);
  sheet.space(4);
  for (const { label, value: sum, strong } of totals) {
    sheet.put(label, margin, sheet.pdf.y, sheet.width - value - edge, { align: 'right', bold: strong });
    sheet.put(sum, margin + sheet.width - value - edge, sheet.pdf.y, value, { align: 'right', bold: strong });
    sheet.space(height);
  }
}

function drawSignatures(sheet: PdfSheet, signatures: readonly DocumentSignature[], words: PrintWords): void {
  sheet.ensure(signatures.length * signatureHeight);
  for (const { role, name } of signatures) {
    sheet.space(26);
    const { y } = sheet.pdf;
    const third = (sheet.width - labelWidth) / 2;
    sheet.put(role, margin, y - 11, labelWidth);
    for (const [at, caption, written] of [
      [0, words('signatures.hand'), ''],
      [1, words('signatures.name'), name],
    ] as const) {
      const x = margin + labelWidth + at * third;
      sheet.line(x, y, x + third - 12, y);
      sheet.put(written, x, y - 12, third - 12, { align: 'center' });
      sheet.put(caption, x, y + 1, third - 12, { align: 'center', size: 7 });
    }
    sheet.space(signatureHeight - 26);
  }
}
