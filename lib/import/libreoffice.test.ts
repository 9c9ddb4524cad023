import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileWith, opened, refusal, rowsOf } from './testing/table-files';

const folder = mkdtempSync(join(tmpdir(), 'office-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const office = process.env.SOFFICE_PATH ?? '/usr/bin/soffice';

const csv = [
  'Фамилия;Телефон;ИНН;Сумма;Дата;Когда;Доля;Итог',
  'Щукин;89215551022;771234567890;1234,5;17.12.2024;17.12.2024 21:05;20%;=1+2',
  '"Два ""слова""\nв две строки";007;;0,1;01.03.1900;;;',
].join('\n');

/** The table in another format, made by LibreOffice with a profile of its own. */
function converted(format: string, filter = format): Buffer {
  const path = fileWith(`\ufeff${csv}`, 'csv');
  execFileSync(
    office,
    [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      // Separator ;, quotes ", UTF-8, from line 1, the second column as text, Russian, no quoted field as text, special numbers found, formulas computed.
      '--infilter=CSV:59,34,76,1,2/2,1049,false,true,false,false,false,-1,true',
      '--convert-to',
      filter,
      '--outdir',
      folder,
      path,
    ],
    { stdio: 'pipe', timeout: 120_000 },
  );
  return readFileSync(join(folder, path.replace(/.*\//, '').replace(/csv$/, format)));
}

const files = new Map<string, Buffer>();
beforeAll(() => {
  for (const format of ['xlsx', 'ods', 'xls']) files.set(format, converted(format));
}, 180_000);

describe('a workbook of LibreOffice', () => {
  test('comes back as the table it was made from', async () => {
    const rows = await rowsOf(await opened(files.get('xlsx') ?? ''));
    expect(rows.map(({ no, cells }) => [no, ...cells.map(({ text }) => text)])).toEqual([
      [1, 'Фамилия', 'Телефон', 'ИНН', 'Сумма', 'Дата', 'Когда', 'Доля', 'Итог'],
      [2, 'Щукин', '89215551022', '771234567890', '1234.5', '2024-12-17', '2024-12-17T21:05:00', '0.2', '3'],
      [3, 'Два "слова"\nв две строки', '007', '', '0.1', '1900-03-01'],
    ]);
    expect(rows[1]?.cells.map(({ kind }) => kind)).toEqual(['text', 'text', 'number', 'number', 'date', 'date', 'number', 'number']);
    expect(rows[1]?.cells[6]?.percent).toBe(true);
  });

  test('of another format is refused by what it is', async () => {
    expect(await refusal(files.get('ods') ?? '')).toBe('not_a_table');
    expect(await refusal(files.get('xls') ?? '')).toBe('old_xls');
  });
});
