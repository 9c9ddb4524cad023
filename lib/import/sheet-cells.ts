import type { CellStyle } from './cell-styles';
import { decimalNumber, isoDate, serialDate, unescaped } from './excel-value';
import type { SharedStrings } from './shared-strings';
import type { SheetCell } from './sheet';
import { UnreadableFile } from './unreadable-file';
import { isTrue } from './workbook';

/** What the cells of a sheet refer to. */
export interface CellContext {
  strings: SharedStrings;
  styles: readonly CellStyle[];
  from1904: boolean;
}

/** A cell by its type and style, from the text of its value. A formula is what it last came to. */
export function sheetCell(value: string, type: string, style: number, context: CellContext, row: number): SheetCell {
  switch (type) {
    case 's': {
      const text = context.strings.at(Number(value));
      if (text === undefined) throw new UnreadableFile('broken', row);
      return { text, kind: 'text' };
    }
    case 'str':
    case 'inlineStr':
      return { text: unescaped(value), kind: 'text' };
    case 'b':
      return { text: String(isTrue(value.trim())), kind: 'boolean' };
    case 'e':
      return { text: value, kind: 'error' };
    case 'd': {
      const date = isoDate(value);
      return date ? { text: date, kind: 'date' } : { text: value, kind: 'text' };
    }
    default:
      return numberCell(value, context.styles[style], context.from1904);
  }
}

function numberCell(value: string, style: CellStyle, from1904: boolean): SheetCell {
  if (style === 'date') {
    const date = value.trim() === '' ? null : serialDate(Number(value), from1904);
    if (date) return { text: date, kind: 'date' };
  }
  const text = decimalNumber(value);
  if (text === null) return { text: value, kind: 'text' };
  return style === 'percent' ? { text, kind: 'number', percent: true } : { text, kind: 'number' };
}

/** The column of a reference such as `AB12`, from 0; null when it has none. */
export function columnOf(reference: string): number | null {
  let column = 0;
  let at = 0;
  for (; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) & ~0x20;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
    if (column > 1_000_000) break;
  }
  return at === 0 ? null : column - 1;
}
