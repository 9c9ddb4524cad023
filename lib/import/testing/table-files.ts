import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { afterAll, vi } from 'vitest';
import { openSheet, type SheetRow, type SheetSource } from '../sheet';
import { UnreadableFile } from '../unreadable-file';

// Hundreds of files are written and read in a test.
vi.setConfig({ testTimeout: 30_000 });

const folder = mkdtempSync(join(tmpdir(), 'tables-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;

/** A file with this content; it goes when the tests of the file are done. */
export function fileWith(content: Uint8Array | string, ending = 'bin'): string {
  const path = join(folder, `${++files}.${ending}`);
  writeFileSync(path, content);
  return path;
}

type Reading = Parameters<typeof openSheet>[2];

export async function opened(content: Uint8Array | string, reading: Reading = {}): Promise<SheetSource> {
  const path = fileWith(content);
  return await openSheet(path, 'table.xlsx', reading);
}

export async function rowsOf(source: SheetSource): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const block of source.rows()) rows.push(...block);
  return rows;
}

/** The texts of all rows. */
export async function textsOf(content: Uint8Array | string, reading: Reading = {}): Promise<string[][]> {
  return (await rowsOf(await opened(content, reading))).map(({ cells }) => cells.map(({ text }) => text));
}

/** `code`, or `code row`, of the refusal; `read` when all of it can be read. */
export async function refusal(content: Uint8Array | string, reading: Reading = {}): Promise<string> {
  try {
    await rowsOf(await opened(content, reading));
    return 'read';
  } catch (error) {
    if (error instanceof UnreadableFile) return error.row === undefined ? error.code : `${error.code} ${error.row}`;
    throw error;
  }
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface WorkbookParts {
  /** What stands within `sheetData`. */
  rows?: string;
  /** What stands within `sst`. */
  strings?: string;
  /** What stands within `styleSheet`. */
  styles?: string;
  /** Instead of one sheet «Лист1». */
  sheets?: string;
  workbook?: string;
  /** Parts beside and instead of these; undefined takes one away. */
  parts?: Record<string, string | Uint8Array | undefined>;
}

/** A workbook made by hand, as odd as is wanted. */
export function workbookWith({ rows = '', strings, styles, sheets, workbook = '', parts = {} }: WorkbookParts): Uint8Array {
  const all: WorkbookParts['parts'] = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships><Relationship Id="a" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns:r="${office}">${workbook}<sheets>${sheets ?? '<sheet name="Лист1" sheetId="1" r:id="r1"/>'}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${['worksheets/sheet1', 'worksheets/sheet2', 'worksheets/sheet3']
      .map((path, at) => `<Relationship Id="r${at + 1}" Type="${office}/worksheet" Target="${path}.xml"/>`)
      .join('')}<Relationship Id="s" Type="${office}/styles" Target="styles.xml"/>
      <Relationship Id="t" Type="${office}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': strings === undefined ? undefined : `<sst>${strings}</sst>`,
    'xl/styles.xml': styles === undefined ? undefined : `<styleSheet>${styles}</styleSheet>`,
    ...parts,
  };
  const files: Zippable = {};
  for (const [path, content] of Object.entries(all)) {
    if (content !== undefined) files[path] = typeof content === 'string' ? strToU8(content) : content;
  }
  return zipSync(files);
}
