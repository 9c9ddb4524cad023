import type { TableParameter } from '../table';
import type { ZoneOffset } from '../wall-clock';
import { cellXml, textCell } from './cell-xml';
import { sheetEnd, sheetStart } from './sheet-frame';
import { headLeft, headRight, labelStyle } from './styles';

/** Characters. */
const widths = [32, 40];

/** The XML of a sheet of labels and values, each value of its own kind. */
export function factsSheet(heads: readonly [label: string, value: string], facts: readonly TableParameter[], offset: ZoneOffset): string[] {
  const rows = facts.map(({ label, kind, value }, index) => {
    const row = String(index + 2);
    return `<row r="${row}">${textCell(`A${row}`, label, labelStyle)}${cellXml(1, kind, 'fact', offset)(row, value)}</row>`;
  });
  const head = `<row r="1">${textCell('A1', heads[0], headLeft)}${textCell('B1', heads[1], headRight)}</row>`;
  return [sheetStart(widths), head, ...rows, sheetEnd()];
}
