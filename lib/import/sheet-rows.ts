import { blockSize, maxCellLength, maxColumns, maxRows } from './limits';
import type { SheetCell, SheetRow } from './sheet';
import { type CellContext, columnOf, sheetCell } from './sheet-cells';
import { UnreadableFile } from './unreadable-file';
import { type XmlHandlers, xmlPieces } from './xml-events';

/** Each sign of a cell may be escaped as `_xHHHH_`. */
const maxValueLength = 7 * maxCellLength;

/** The rows of a sheet from its XML, in blocks. Throws {@link UnreadableFile}. */
export async function* sheetRows(bytes: AsyncIterable<Buffer>, context: CellContext): AsyncGenerator<SheetRow[]> {
  const reader = new RowReader(context);
  let found = false;
  try {
    for await (const _ of xmlPieces(bytes, reader)) {
      if (reader.rows.length < blockSize) continue;
      found = true;
      yield reader.rows.splice(0);
    }
  } catch (error) {
    if (error instanceof UnreadableFile && error.code === 'broken' && error.row === undefined && reader.no > 0)
      throw new UnreadableFile('broken', reader.no, { cause: error });
    throw error;
  }
  if (reader.rows.length > 0) yield reader.rows;
  else if (!found) throw new UnreadableFile('empty');
}

/** Gathers rows from the tags of a sheet. */
class RowReader implements XmlHandlers {
  readonly rows: SheetRow[] = [];
  /** The row being read. */
  no = 0;
  #inRow = false;
  #cells: SheetCell[] = [];
  #filled = false;
  #column = -1;
  #inCell = false;
  #type = '';
  #style = 0;
  #value = '';
  /** Whether text belongs to the value. */
  #inValue = false;
  #spoken = false;

  constructor(readonly context: CellContext) {}

  open(name: string, attributes: Record<string, string>): void {
    switch (name) {
      case 'c':
        if (this.#inRow) this.#startCell(attributes);
        break;
      case 'row':
        this.#startRow(attributes.r);
        break;
      case 'v':
        this.#inValue = this.#inCell;
        break;
      case 't':
        this.#inValue = this.#inCell && !this.#spoken;
        break;
      case 'rPh':
        this.#spoken = true;
        break;
    }
  }

  text(text: string): void {
    if (!this.#inValue) return;
    this.#value += text;
    if (this.#value.length > maxValueLength) throw new UnreadableFile('too_wide_cell', this.no);
  }

  close(name: string): void {
    switch (name) {
      case 'c':
        if (this.#inCell) this.#endCell();
        break;
      case 'row':
        if (this.#filled) this.rows.push({ no: this.no, cells: this.#cells });
        this.#inRow = false;
        break;
      case 'v':
      case 't':
        this.#inValue = false;
        break;
      case 'rPh':
        this.#spoken = false;
        break;
    }
  }

  /** A row without a number follows the one before. */
  #startRow(reference: string | undefined): void {
    const no = reference === undefined ? this.no + 1 : Number(reference);
    if (no > maxRows) throw new UnreadableFile('too_many_rows');
    if (!Number.isInteger(no) || no <= this.no) throw new UnreadableFile('broken', this.no + 1);
    this.no = no;
    this.#inRow = true;
    this.#cells = [];
    this.#filled = false;
    this.#column = -1;
  }

  /** So does a cell. */
  #startCell({ r: reference, t: type = 'n', s: style = '0' }: Record<string, string>): void {
    this.#column = (reference === undefined ? null : columnOf(reference)) ?? this.#column + 1;
    this.#type = type;
    this.#style = Number(style);
    this.#value = '';
    this.#inCell = true;
  }

  #endCell(): void {
    this.#inCell = false;
    // Cells that only have a colour or a border are not in the table, however far they go.
    if (this.#value === '') return;
    const cell = sheetCell(this.#value, this.#type, this.#style, this.context, this.no);
    if (cell.text === '') return;
    if (cell.text.length > maxCellLength) throw new UnreadableFile('too_wide_cell', this.no);
    if (this.#column >= maxColumns) throw new UnreadableFile('too_many_columns', this.no);
    while (this.#cells.length < this.#column) this.#cells.push({ text: '', kind: 'text' });
    this.#cells[this.#column] = cell;
    this.#filled ||= cell.text.trim() !== '';
  }
}
