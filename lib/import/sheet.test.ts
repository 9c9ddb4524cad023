import { readdirSync, readlinkSync, unlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openSheet } from './sheet';
import { fileWith, workbookWith } from './testing/table-files';

/** How often this process has a file open, as Linux tells. */
function handlesOf(path: string): number {
  return readdirSync('/proc/self/fd').filter((name) => {
    try {
      return readlinkSync(`/proc/self/fd/${name}`) === path;
    } catch {
      return false;
    }
  }).length;
}

const csv = 'Роза;1\n'.repeat(200_000);
const row = '<row><c t="inlineStr"><is><t>Роза</t></is></c></row>';
const xlsx = workbookWith({
  rows: Array.from({ length: 50_000 }, (_, at) => `${row}<row><c><v>${(at * 2654435761) >>> 0}</v></c></row>`).join(''),
});
const broken = workbookWith({ rows: `${row.repeat(2000)}<row r="1"/>` });

describe.each([
  ['CSV', csv],
  ['XLSX', xlsx],
])('%s', (_, content) => {
  test('is closed when nobody reads on', async () => {
    const path = fileWith(content);
    const source = await openSheet(path, 'a', {});
    await expect.poll(() => handlesOf(path)).toBe(0);
    for await (const block of source.rows()) {
      expect(block.length).toBeGreaterThan(100);
      expect(handlesOf(path)).toBe(1);
      break;
    }
    await expect.poll(() => handlesOf(path)).toBe(0);
  });

  test('is closed at its end', async () => {
    const path = fileWith(content);
    let rows = 0;
    for await (const block of (await openSheet(path, 'a', {})).rows()) rows += block.length;
    expect(rows).toBeGreaterThanOrEqual(100_000);
    await expect.poll(() => handlesOf(path)).toBe(0);
  });

  test('is read no further than it is asked for', async () => {
    const source = await openSheet(fileWith(content), 'a', {});
    const rows = source.rows()[Symbol.asyncIterator]();
    await rows.next();
    const before = process.memoryUsage().heapUsed;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(8 << 20);
    await rows.return?.();
  });

  test('that is gone is an error of the disk, not of the file', async () => {
    const path = fileWith(content);
    const source = await openSheet(path, 'a', {});
    unlinkSync(path);
    await expect(source.rows()[Symbol.asyncIterator]().next()).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

test('a refused file is closed', async () => {
  const path = fileWith(broken);
  const source = await openSheet(path, 'a', {});
  await expect(async () => {
    for await (const _ of source.rows());
  }).rejects.toMatchObject({ name: 'UnreadableFile', code: 'broken', row: 2001 });
  await expect.poll(() => handlesOf(path)).toBe(0);
});

test('the name of a file decides nothing', async () => {
  expect((await openSheet(fileWith('a;b\n', 'xlsx'), 'a.xlsx', {})).format).toBe('csv');
  expect((await openSheet(fileWith(xlsx, 'csv'), 'a.csv', {})).format).toBe('xlsx');
});
