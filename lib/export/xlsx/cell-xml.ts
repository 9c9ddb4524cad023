import { neutralText } from '../csv-cell';
import { hundredths, partsOfOne, thousandths } from '../decimal-text';
import type { CellKind, CellValue } from '../table';
import type { ZoneOffset } from '../wall-clock';
import { textElement } from './cell-text';
import { serialOf } from './serial';
import { type StyleUse, styleOf } from './styles';

/** A cell of one column: `row` is the number of its row. An empty value makes no cell. */
export type CellXml = (row: string, value: CellValue) => string;

const isoDay = /^\d{4}-\d\d-\d\d$/;
const money = hundredths('.');
const quantity = thousandths('.');
const share = partsOfOne('.');

/** `A` for 0, `AA` for 26. */
export function columnLetters(index: number): string {
  return (index >= 26 ? columnLetters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** A text as a cell of a given style. Inline strings are never computed. */
export function textCell(reference: string, text: string, style: number): string {
  return `<c r="${reference}" s="${style}" t="inlineStr"><is>${textElement(text)}</is></c>`;
}

/** The writer of the cells of a column. A word among numbers, and a date Excel does not know, is text. */
export function cellXml(column: number, kind: CellKind, use: StyleUse, offset: ZoneOffset): CellXml {
  const letters = columnLetters(column);
  const start = `<c r="${letters}`;
  const typed = `" s="${styleOf(kind, use)}"><v>`;
  const asText = styleOf(kind === 'code' ? 'code' : 'text', use);
  const asQuoted = styleOf(kind === 'code' ? 'code' : 'quoted', use);
  const inline = `" s="${asText}" t="inlineStr"><is>`;
  const quoted = `" s="${asQuoted}" t="inlineStr"><is>`;
  const text = (row: string, value: string): string =>
    value === '' ? '' : `${start}${row}${neutralText(value) === value ? inline : quoted}${textElement(value)}</is></c>`;
  const number = numberText(kind, offset);
  const days = new Map<string, string>();
  return (row, value) => {
    if (value === null) return '';
    if (typeof value === 'number') {
      if (!Number.isFinite(value)) return '';
      const content = number?.(value);
      return content === undefined ? text(row, unknownDate(kind, value)) : `${start}${row}${typed}${content}</v></c>`;
    }
    if (kind !== 'day' || !isoDay.test(value)) return text(row, value);
    const content = days.get(value) ?? String(serialOf(Date.parse(value)) ?? '');
    if (days.size < 10_000) days.set(value, content);
    return content ? `${start}${row}${typed}${content}</v></c>` : text(row, value);
  };
}

function unknownDate(kind: CellKind, value: number): string {
  return kind === 'instant' ? new Date(value).toISOString() : String(value);
}

/** How the number of a cell is written, or undefined for a value that must be text. */
function numberText(kind: CellKind, offset: ZoneOffset): ((value: number) => string | undefined) | undefined {
  switch (kind) {
    case 'text':
    case 'code':
    case 'day':
      return undefined;
    case 'count':
      return String;
    case 'money':
      return money;
    case 'quantity':
      return quantity;
    case 'share':
      return share;
    case 'instant':
      // To the second: a spreadsheet would show the last half of a second as the next minute, or the next day.
      return (value) => serialOf(Math.floor((value + offset(value)) / 1000) * 1000)?.toString();
  }
}
