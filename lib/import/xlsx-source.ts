import type { ImportReading } from '../domain/imports/schema';
import { type CellStyle, readStyles } from './cell-styles';
import { readSharedStrings, type SharedStrings } from './shared-strings';
import type { SheetRow, SheetSource } from './sheet';
import { sheetRows } from './sheet-rows';
import { UnreadableFile } from './unreadable-file';
import { readWorkbook, type Workbook } from './workbook';
import { openZip } from './zip-parts';

/** Unpacked bytes of a sheet: a full million rows of twenty columns. */
const maxSheetBytes = 2 ** 31;

/** A workbook of Excel 2007 and later. Throws {@link UnreadableFile}. */
export async function openXlsx(path: string, reading: ImportReading): Promise<SheetSource> {
  const workbook = await workbookAt(path);
  const [first] = workbook.sheets;
  if (!first) throw new UnreadableFile('empty');
  const sheet = reading.sheet === undefined ? first : workbook.sheets.find(({ name }) => name === reading.sheet);
  if (!sheet) throw new UnreadableFile('no_sheet');
  const kept: Kept = {};
  return {
    format: 'xlsx',
    sheets: workbook.sheets.map(({ name }) => name),
    sheet: sheet.name,
    rows: () => readRows(path, workbook, sheet.path, kept),
  };
}

/** What the first reading found and the next ones need again. */
interface Kept {
  strings?: SharedStrings;
  styles?: CellStyle[];
}

async function workbookAt(path: string): Promise<Workbook> {
  const zip = await openZip(path);
  try {
    return await readWorkbook(zip);
  } finally {
    zip.close();
  }
}

async function* readRows(path: string, workbook: Workbook, sheetPath: string, kept: Kept): AsyncGenerator<SheetRow[]> {
  const zip = await openZip(path);
  try {
    kept.styles ??= await readStyles(zip, workbook.styles);
    kept.strings ??= await readSharedStrings(zip, workbook.sharedStrings);
    const bytes = await zip.open(sheetPath, maxSheetBytes);
    if (!bytes) throw new UnreadableFile('broken');
    yield* sheetRows(bytes, { strings: kept.strings, styles: kept.styles, from1904: workbook.from1904 });
  } finally {
    zip.close();
  }
}
