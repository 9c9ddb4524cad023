import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { ImportReading } from '../domain/imports/schema';
import { isBankStatement, openBankStatement } from './bank-statement';
import { openCsv } from './csv-source';
import { UnreadableFile } from './unreadable-file';
import { openXlsx } from './xlsx-source';

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
  format: 'csv' | 'xlsx' | 'bank';
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

/** Bytes that tell what a file is, and a text what separates its columns. */
const headBytes = 1 << 16;

/**
 * A CSV or XLSX file, or a bank statement, as a table; its content decides which of them it is, never its name. Throws {@link UnreadableFile}, and so
 * does reading its rows.
 */
export async function openSheet(path: string, _name: string, reading: ImportReading): Promise<SheetSource> {
  const { head, size } = await headOf(path);
  if (size === 0) throw new UnreadableFile('empty');
  if (startsWith(head, 'd0cf11e0a1b11ae1')) throw new UnreadableFile((await contains(path, encryptedStream)) ? 'encrypted' : 'old_xls');
  if (packages.some((magic) => startsWith(head, magic))) return await openXlsx(path, reading);
  if (isBankStatement(head)) return openBankStatement(path, head);
  if (otherFormats.some((magic) => startsWith(head, magic))) throw new UnreadableFile('not_a_table');
  return await openCsv(path, head, size, reading);
}

/** The part of an OLE file that a workbook with a password is hidden in. */
const encryptedStream = Buffer.from('EncryptedPackage', 'utf16le');

/** A zip file, an empty one, one in pieces. */
const packages = ['504b0304', '504b0506', '504b0708'];

/** PNG, JPEG, GIF, gzip, 7z, RAR. */
const otherFormats = ['89504e47', 'ffd8ff', '47494638', '1f8b', '377abcaf271c', '526172211a07'];

function startsWith(head: Buffer, magic: string): boolean {
  return head.toString('hex', 0, magic.length / 2) === magic;
}

async function headOf(path: string): Promise<{ head: Buffer; size: number }> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    const { size } = await file.stat();
    return { head: buffer.subarray(0, bytesRead), size };
  } finally {
    await file.close();
  }
}

async function contains(path: string, wanted: Buffer): Promise<boolean> {
  let tail: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const bytes = Buffer.concat([tail, chunk]);
    if (bytes.includes(wanted)) return true;
    tail = bytes.subarray(1 - wanted.length);
  }
  return false;
}
