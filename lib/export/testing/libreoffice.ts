import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const usual = [
  process.env.SOFFICE_PATH,
  '/usr/bin/soffice',
  '/usr/bin/libreoffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
];

/** Throws when there is none: what a spreadsheet makes of our files is tested, not supposed. */
function soffice(): string {
  const found = usual.find((path) => path && existsSync(path));
  if (!found) throw new Error('No LibreOffice. Install one: apt-get install libreoffice-calc-nogui, or set SOFFICE_PATH.');
  return found;
}

/** The fields of each sheet by its name, as LibreOffice shows them in its English: `1,234.50 ₽`, `17.12.2024`. */
export async function openedSheets(workbook: Uint8Array): Promise<Map<string, string>> {
  // `;`, `"`, UTF-8, from row 1, English, quotes only where needed, cells as shown, no formulas, every sheet in a file.
  const files = await convertedTexts('book.xlsx', workbook, 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,true,false,false,-1');
  return new Map(files.map(([name, content]) => [name.replace(/^book-|\.csv$/g, ''), content]));
}

/** A CSV file as LibreOffice opens it by a double click of a Russian user and writes it again: `;`, everything as shown. */
export async function openedCsv(csv: Uint8Array): Promise<string> {
  const into = 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,true,false,false,1';
  const [file] = await convertedTexts('book.csv', csv, into, '--infilter=Text - txt - csv (StarCalc):59,34,76,1,,1049,false,true');
  return file?.[1] ?? '';
}

/** A workbook as LibreOffice saves what it has opened. */
export async function savedBook(workbook: Uint8Array): Promise<Uint8Array> {
  const [file] = await converted('book.xlsx', workbook, 'xlsx:Calc MS Excel 2007 XML');
  if (!file) throw new Error('LibreOffice saved nothing');
  return file[1];
}

async function convertedTexts(...given: Parameters<typeof converted>): Promise<[name: string, text: string][]> {
  return (await converted(...given)).map(([name, content]) => [name, content.toString()]);
}

/** The files that LibreOffice makes of one, with a profile of their own, so that tests may run side by side. */
async function converted(
  name: string,
  content: Uint8Array,
  into: string,
  ...options: string[]
): Promise<[name: string, content: Buffer][]> {
  const folder = await mkdtemp(join(tmpdir(), 'accounting-office-'));
  try {
    await writeFile(join(folder, name), content);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
    const out = join(folder, 'out');
    await run(soffice(), [profile, '--headless', ...options, '--convert-to', into, '--outdir', out, join(folder, name)], {
      timeout: 50_000,
    });
    const names = await readdir(out);
    return await Promise.all(names.map(async (file): Promise<[string, Buffer]> => [file, await readFile(join(out, file))]));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
