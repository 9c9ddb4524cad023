import { join } from 'node:path';
import PDFDocument from 'pdfkit';

// From the working directory, not from this module: a bundle moves the module away from its packages, and Next
// copies a file into its standalone output when it sees the path spelled this way.
const regular = join(process.cwd(), 'node_modules/@expo-google-fonts/golos-text/400Regular/GolosText_400Regular.ttf');
const semiBold = join(process.cwd(), 'node_modules/@expo-google-fonts/golos-text/600SemiBold/GolosText_600SemiBold.ttf');

// Points, as every length here.
export const margin = 40;
const footer = 24;
const padding = { x: 4, y: 3 };
/** 12 px on a line of 16, as on the page for printing. */
const body = { size: 9, lineGap: 1.2 };

export interface TextStyle {
  bold?: boolean;
  size?: number;
  align?: 'left' | 'right' | 'center';
  /** Known to fit on a line of its cell: it is not broken into lines, which is most of the work of a long table. */
  single?: boolean;
}

export interface Cell extends TextStyle {
  text: string;
  width: number;
}

export interface SheetInfo {
  title: string;
  author: string;
  /** Of the texts. */
  locale: string;
  made: Date;
}

/** An A4 document of black text and half-point lines, filled from the top down; its fonts embedded. */
export class PdfSheet {
  readonly pdf: PDFKit.PDFDocument;
  /** What is repeated on top of each further page: a table's head. */
  private repeated: (() => void) | undefined;

  constructor({ title, author, locale, made }: SheetInfo) {
    this.pdf = new PDFDocument({
      size: 'A4',
      // Pages are broken here, never by the library.
      margin: 0,
      font: regular,
      lang: locale,
      displayTitle: true,
      bufferPages: true,
      autoFirstPage: false,
      info: { Title: title, Author: author, CreationDate: made },
    });
  }

  get width(): number {
    return this.pdf.page.width - 2 * margin;
  }

  newPage(): void {
    this.pdf.addPage();
    this.pdf.y = margin;
  }

  /** Runs with something repeated on top of each page that it begins. */
  repeating(repeated: () => void, work: () => void): void {
    repeated();
    this.repeated = repeated;
    work();
    this.repeated = undefined;
  }

  /** The same of work that lets others have their turn. */
  async repeatingUntil(repeated: () => void, work: () => Promise<void>): Promise<void> {
    repeated();
    this.repeated = repeated;
    await work();
    this.repeated = undefined;
  }

  /** A new page unless so much still fits on this one. */
  ensure(height: number): void {
    if (this.pdf.y + height <= this.pdf.page.height - margin - footer) return;
    this.newPage();
    this.repeated?.();
  }

  space(height: number): void {
    this.pdf.y += height;
  }

  private options({ align = 'left' }: TextStyle, width: number): PDFKit.Mixins.TextOptions {
    // Figures under figures are of one width.
    return { width, align, lineGap: body.lineGap, features: align === 'right' ? ['tnum'] : undefined };
  }

  private style({ bold = false, size = body.size }: TextStyle): void {
    this.pdf.font(bold ? semiBold : regular).fontSize(size);
  }

  heightOf(text: string, width: number, style: TextStyle = {}): number {
    this.style(style);
    return text === '' ? 0 : this.pdf.heightOfString(text, this.options(style, width));
  }

  /** How wide the widest of some texts is in a cell that breaks none of them. */
  cellWidth(texts: readonly string[], style: TextStyle = {}): number {
    this.style(style);
    return Math.max(...texts.map((text) => this.pdf.widthOfString(text, this.options(style, 0)))) + 2 * padding.x + 1;
  }

  /** A text at a place; what follows stays where it was. */
  put(text: string, x: number, y: number, width: number, style: TextStyle = {}): void {
    if (text === '') return;
    const { y: before } = this.pdf;
    this.style(style);
    this.pdf.fillColor('black');
    if (style.single) this.putLine(text, x, y, width, style);
    else this.pdf.text(text, x, y, this.options(style, width));
    this.pdf.y = before;
  }

  private putLine(text: string, x: number, y: number, width: number, { align = 'left' }: TextStyle): void {
    const { features } = this.options({ align }, width);
    const left = align === 'left' ? 0 : width - this.pdf.widthOfString(text, { features });
    this.pdf.text(text, x + (align === 'center' ? left / 2 : left), y, { lineBreak: false, features });
  }

  /** A text over the whole width. */
  paragraph(text: string, style: TextStyle = {}): void {
    const height = this.heightOf(text, this.width, style);
    this.ensure(height);
    this.put(text, margin, this.pdf.y, this.width, style);
    this.pdf.y += height;
  }

  /** A label and what it stands for, side by side. */
  labelled(label: string, text: string, labelWidth: number): void {
    const width = this.width - labelWidth;
    const height = Math.max(this.heightOf(label, labelWidth), this.heightOf(text, width, { bold: true }));
    this.ensure(height);
    this.put(label, margin, this.pdf.y, labelWidth);
    this.put(text, margin + labelWidth, this.pdf.y, width, { bold: true });
    this.pdf.y += height + 4;
  }

  line(x1: number, y1: number, x2: number, y2: number): void {
    this.pdf.moveTo(x1, y1).lineTo(x2, y2).lineWidth(0.5).strokeColor('black').stroke();
  }

  box(x: number, y: number, width: number, height: number): void {
    this.pdf.rect(x, y, width, height).lineWidth(0.5).strokeColor('black').stroke();
  }

  /** A row of bordered cells, as tall as the tallest. */
  row(cells: readonly Cell[]): void {
    const inner = cells.map((cell) => (cell.single ? 0 : this.heightOf(cell.text, cell.width - 2 * padding.x, cell)));
    const height = Math.max(...inner, body.size) + 2 * padding.y;
    this.ensure(height);
    const top = this.pdf.y;
    let x = margin;
    for (const cell of cells) {
      this.box(x, top, cell.width, height);
      this.put(cell.text, x + padding.x, top + padding.y, cell.width - 2 * padding.x, cell);
      x += cell.width;
    }
    this.pdf.y = top + height;
  }

  /** Pages so far. */
  get pages(): number {
    return this.pdf.bufferedPageRange().count;
  }

  /** Under the pages from one number on: a text for each of them, 1 being the first. */
  footers(from: number, textOf: (page: number, pages: number) => string): void {
    const count = this.pages - from;
    for (let page = 0; page < count; page++) {
      this.pdf.switchToPage(from + page);
      this.put(textOf(page + 1, count), margin, this.pdf.page.height - margin, this.width, { size: 8, align: 'right' });
    }
  }
}
