import { margin, type PdfSheet } from './pdf-sheet';
import type { BankDetails } from './requisites';

const padding = 4;
const labelWidth = 44;
const rightWidth = 220;

/** The bank table as Russian invoices have it: the bank and the payee on the left, numbers on the right. */
export function drawBank(sheet: PdfSheet, { bank, bik, correspondent, inn, kpp, account, payee }: BankDetails): void {
  const left = sheet.width - rightWidth;
  const line = sheet.heightOf('X', left) + 2 * padding;
  const tall = (text: string) => Math.max(sheet.heightOf(text, left - 2 * padding) + 12 + 2 * padding, 2 * line);
  const bankHeight = tall(bank[1]);
  const payeeHeight = tall(payee[1]);
  const height = bankHeight + line + payeeHeight;
  sheet.ensure(height);
  const top = sheet.pdf.y;
  const middle = margin + left;
  const right = middle + labelWidth;

  const pair = ([label, value]: [string, string], x: number, y: number, width: number) => {
    sheet.put(label, x + padding, y + padding, labelWidth);
    sheet.put(value, x + labelWidth + padding, y + padding, width - labelWidth - 2 * padding);
  };
  const owner = ([label, value]: [string, string], y: number, tallness: number) => {
    sheet.put(value, margin + padding, y + padding, left - 2 * padding);
    sheet.put(label, margin + padding, y + tallness - 12, left - 2 * padding, { size: 7 });
  };

  owner(bank, top, bankHeight);
  pair(bik, middle, top, rightWidth);
  pair(correspondent, middle, top + line, rightWidth);
  pair(inn, margin, top + bankHeight, left / 2);
  pair(kpp, margin + left / 2, top + bankHeight, left / 2);
  pair(account, middle, top + bankHeight, rightWidth);
  owner(payee, top + bankHeight + line, payeeHeight);

  sheet.box(margin, top, sheet.width, height);
  sheet.line(middle, top, middle, top + height);
  sheet.line(right, top, right, top + height);
  sheet.line(middle, top + line, right, top + line);
  sheet.line(margin, top + bankHeight, margin + sheet.width, top + bankHeight);
  sheet.line(margin, top + bankHeight + line, middle, top + bankHeight + line);
  sheet.line(margin + left / 2, top + bankHeight, margin + left / 2, top + bankHeight + line);
  sheet.pdf.y = top + height;
}
