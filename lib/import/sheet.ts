import type { ImportReading } from '../domain/imports/schema';
import { UnreadableFile } from './unreadable-file';

/** A cell as the file has it: its text in one spelling, and what kind it was there. An empty cell is the text ``. */
export interface SheetCell {
  /**
   * `number`: decimal with a point, never an exponent, 15 significant digits as Excel shows; `date`: `YYYY-MM-DD`, or
   * `YYYY-MM-DDTHH:MM:SS` (wall clock) when it is not midnight; `boolean`: `true`, `false`; `error`: `#REF!`.
   */
  text: string;
  kind: 'text' | 'number' | 'date' | 'boolean' | 'error';
  /** The number is shown as a percentage: `0.2` is read `20 %` by people. */
  percent?: true;
}

/** A row that has something in it. Empty cells at its end are left out, gaps before are filled. */
export interface SheetRow {
  /** As a spreadsheet numbers it, from 1. */
  no: number;
  cells: SheetCell[];
}

/** A table that can be read, how it was understood, and its rows. */
export interface SheetSource {
  format: 'csv' | 'xlsx';
  /** Of a CSV file: what was given or found out. */
  encoding?: NonNullable<ImportReading['encoding']>;
  delimiter?: NonNullable<ImportReading['delimiter']>;
  /** Of a workbook: the names of its sheets, hidden ones last, and the one that is read. */
  sheets?: string[];
  sheet?: string;
  /**
   * Blocks of a few hundred rows, empty rows left out. May be called again to start anew; a reader that stops early closes the
   * file. Throws {@link UnreadableFile}.
   */
  rows(): AsyncIterable<SheetRow[]>;
}

/**
 * A CSV or XLSX file as a table; its content decides which of them it is, never its name. Throws {@link UnreadableFile}, and so
 * does reading its rows.
 */
export async function openSheet(_path: string, _name: string, _reading: ImportReading): Promise<SheetSource> {
  throw new UnreadableFile('not_a_table');
}
