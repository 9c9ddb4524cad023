import fc from 'fast-check';
import { readSheet } from 'read-excel-file/node';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import type { CellKind, CellValue } from './table';
import { blocksOf, bytesOf, columnTable, sampleContext, sampleTable } from './testing/sample-table';
import { partsOf, sheetsOf } from './testing/sheet-cells';
import { xlsxTable } from './xlsx-table';

const chart = { title: 'Суммы & <доли>', category: 'client', bars: ['total', 'lines'], rows: 3 };
const bookOf = (table = sampleTable(), context = sampleContext): Promise<Buffer> => bytesOf(xlsxTable(table, context));

/** The cells of a sheet, read back by another library, which cuts off what a double lacks to a whole second. */
async function read(book: Uint8Array, sheet: number | string = 1): Promise<unknown[][]> {
  const rows: unknown[][] = await readSheet(Buffer.from(book), sheet, { trim: false });
  return rows.map((row) => row.map((cell) => (cell instanceof Date ? new Date(Math.round(cell.getTime() / 1000) * 1000) : cell)));
}

/** Excel knows no zones: the date whose UTC parts are the clock of the zone. */
const clock = (year: number, month: number, ...rest: number[]): Date => new Date(Date.UTC(year, month - 1, ...rest));

describe('read back by another library', () => {
  test('has every cell with its type', async () => {
    expect(await read(await bookOf())).toEqual([
      ['№', 'Клиент', 'Телефон', 'Строк', 'Количество', 'Сумма', 'Доля', 'День', 'Создан'],
      [1, 'ООО «Ромашка»', '+79215551022', 3, 1.5, 1234.5, 0.125, clock(2024, 12, 17), clock(2024, 12, 18, 0, 30)],
      [2, '=HYPERLINK("http://x";"y")', '+7 921 555-10-22', 0, 0, 0, 0, clock(2024, 2, 29), clock(2024, 12, 17, 23, 59, 59)],
      [3, "=cmd|'/C calc'!A0", '007801001234', -4, -2.25, -0.05, -0.0333, clock(1900, 3, 1), clock(2024, 12, 18)],
      [4, 'две\r\nстроки; с «,» и "кавычками"', '-5', null, null, null, null, null, null],
      [5, ' <b>&amp; _x0041_ ', null, 1, 1_000_000, 9_999_999_999.99, 1, clock(9999, 12, 31), clock(1970, 1, 1, 3)],
      ['Итого', null, null, 0, 999_999.25, 10_000_001_234.44, null, null, null],
    ]);
  });

  test('has a sheet of parameters', async () => {
    expect(await read(await bookOf(), 'Параметры')).toEqual([
      ['Параметр', 'Значение'],
      ['Период', 'декабрь'],
      ['Строк', 5],
      ['Сумма', 10_000_001_234.44],
      ['Создан', clock(2024, 12, 18, 0, 30)],
    ]);
    expect(sheetsOf(await bookOf(sampleTable(), { ...sampleContext, locale: 'en' })).map(({ name }) => name)).toEqual([
      'Заказы',
      'Parameters',
    ]);
  });

  /** A column written and read. */
  async function column(kind: CellKind, values: readonly CellValue[], timeZone = 'Europe/Moscow'): Promise<unknown[]> {
    const rows = await read(await bookOf(columnTable(kind, values), { ...sampleContext, timeZone }));
    return rows.slice(1).map(([, value]) => value ?? null);
  }
  const runs = { numRuns: 40 };

  test.each(['text', 'code'] as const)('gives back any %s that XML can hold', async (kind) => {
    const units = [...'=+-@\t\r\n <>&_x0041\u0001\ufffe"Я'.split(''), '_x000D_', ']]>', '😀'];
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...units) }));
    await fc.assert(
      fc.asyncProperty(fc.array(text), async (texts) => {
        const held = texts.map((value) => value.replace(/[^\t\n\r\x20-\ufffd]/g, '') || null);
        expect(await column(kind, texts)).toEqual(held);
      }),
      runs,
    );
  });

  test('gives back any amount, quantity and share to the last place', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: -1e14, max: 1e14 })), async (values) => {
        expect(await column('money', values)).toEqual(values.map((value) => value / 100 + 0));
        expect(await column('quantity', values)).toEqual(values.map((value) => value / 1000 + 0));
        expect(await column('share', values)).toEqual(values.map((value) => value / 10_000 + 0));
      }),
      { numRuns: 15 },
    );
  });

  test('gives back any day since March 1900', async () => {
    const date = fc.date({ min: clock(1900, 3, 1), max: clock(9999, 12, 31), noInvalidDate: true });
    await fc.assert(
      fc.asyncProperty(fc.array(date), async (dates) => {
        const days = dates.map((value) => value.toISOString().slice(0, 10));
        expect(await column('day', days)).toEqual(days.map((value) => new Date(value)));
      }),
      runs,
    );
  });

  test.each(['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'])('gives back the clock of any instant in %s', async (timeZone) => {
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: Date.UTC(1973, 0, 1), max: Date.UTC(2100, 0, 1) })), async (instants) => {
        const dates = (await column('instant', instants, timeZone)) as Date[];
        const clocks = dates.map((date) => date.toISOString().slice(0, 19).replace('T', ' '));
        expect(clocks).toEqual(instants.map((instant) => format.format(instant)));
      }),
      runs,
    );
  });
});

describe('cells', () => {
  const values = async (kind: CellKind, given: CellValue[]) =>
    (sheetsOf(await bookOf(columnTable(kind, given)))[0]?.rows ?? []).slice(1).map(([, cell]) => cell);

  test('have their formats', async () => {
    const [, first] = sheetsOf(await bookOf())[0]?.rows ?? [];
    expect(first?.map(({ format }) => format)).toEqual([
      ...['0', undefined, '@', '0', undefined],
      ...['#,##0.00\\ "₽"', '0.0%', 'dd.mm.yyyy', 'dd.mm.yyyy hh:mm'],
    ]);
  });

  test('count the days of 1900 as Excel does, and show as text what it does not know', async () => {
    expect(await values('day', ['1900-01-01', '1900-02-28', '1900-03-01', '1899-12-31', '1654-05-01', 'Итого'])).toMatchObject(
      [1, 59, 61, '1899-12-31', '1654-05-01', 'Итого'].map((value) => ({ value })),
    );
    expect(await values('instant', [Date.UTC(1890, 0, 1)])).toMatchObject([{ value: '1890-01-01T00:00:00.000Z' }]);
  });

  test('hold as much text as Excel takes, no pair of units cut', async () => {
    const [long, paired] = await values('text', ['я'.repeat(40_000), `${'я'.repeat(32_766)}😀`]);
    expect(long?.value).toHaveLength(32_767);
    expect(paired?.value).toHaveLength(32_766);
  });

  test('are nothing where there is no number', async () => {
    expect(await values('money', [Number.NaN, null])).toEqual([undefined, undefined]);
  });

  test('stay text when somebody types a formula anew', async () => {
    const { 'xl/worksheets/sheet1.xml': sheet = '', 'xl/styles.xml': styles = '' } = partsOf(
      await bookOf(columnTable('text', ['=1+1', 'a'])),
    );
    const formats = [...(styles.split('<cellXfs')[1] ?? '').matchAll(/<xf [^>]*>/g)].map(([xf]) => xf);
    const [formula = '', plain = ''] = [...sheet.matchAll(/<c r="B[23]" s="(\d+)" t="inlineStr">/g)].map(
      ([, style]) => formats[Number(style)],
    );
    expect(formula).toContain('quotePrefix="1"');
    expect(plain).not.toContain('quotePrefix');
  });
});

describe('sheets', () => {
  const sheetXml = async (number = 1): Promise<string> =>
    partsOf(await bookOf(sampleTable({ chart })))[`xl/worksheets/sheet${number}.xml`] ?? '';

  test('freeze a bold heading, filter every row but the totals, and are as wide as asked', async () => {
    const xml = await sheetXml();
    expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(xml).toContain('<autoFilter ref="A1:I6"/>');
    expect(xml).toContain('numberStoredAsText="1"');
    const [sheet] = sheetsOf(await bookOf());
    expect(sheet?.widths).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18]);
    expect(sheet?.rows.map((row) => row.every(({ bold }) => bold === true))).toEqual([true, false, false, false, false, false, true]);
    expect(partsOf(await bookOf())['xl/workbook.xml']).toContain(
      '<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">\'Заказы\'!$A$1:$I$6</definedName>',
    );
  });

  test('go on in another one, the totals on the last', async () => {
    const split = await bytesOf(xlsxTable(sampleTable(), sampleContext, { rowsPerSheet: 4 }));
    const sheets = sheetsOf(split);
    expect(sheets.map(({ name, rows }) => [name, ...rows.map(([cell]) => cell?.value)])).toEqual([
      ['Заказы', '№', 1, 2],
      ['Заказы 2', '№', 3, 4],
      ['Заказы 3', '№', 5, 'Итого'],
      ['Параметры', 'Параметр', 'Период', 'Строк', 'Сумма', 'Создан'],
    ]);
  });

  test('are not begun for nothing', async () => {
    const exact = await bytesOf(xlsxTable(sampleTable(), sampleContext, { rowsPerSheet: 7 }));
    expect(sheetsOf(exact).map(({ name }) => name)).toEqual(['Заказы', 'Параметры']);
    const empty = sheetsOf(await bookOf(sampleTable({ rows: blocksOf([]), totals: () => null })));
    expect(empty.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['Заказы', 1],
      ['Параметры', 5],
    ]);
  });

  test('take as many rows as Excel does', async () => {
    const total = 1_048_577;
    const block = Array.from({ length: 8192 }, (_, index) => [index]);
    const blocks = Array.from({ length: Math.ceil(total / 8192) }, (_, index) => block.slice(0, Math.min(8192, total - index * 8192)));
    const table = sampleTable({
      columns: [{ name: 'n', title: 'n', kind: 'count', width: 9 }],
      rows: blocksOf(blocks),
      totals: () => [total],
    });
    const parts = partsOf(await bookOf(table));
    const lastRows = [1, 2].map((number) => {
      const xml = parts[`xl/worksheets/sheet${number}.xml`] ?? '';
      return xml.slice(xml.lastIndexOf('<row ')).match(/^<row r="(\d+)"/)?.[1];
    });
    // The last row of a full sheet is kept for totals.
    expect(lastRows).toEqual(['1048575', '5']);
    expect(parts['xl/workbook.xml']).toContain('name="Заказы 2"');
  }, 60_000);
});

describe('parts', () => {
  test('are well-formed XML, and each is named with its type', async () => {
    const parts = partsOf(await bookOf(sampleTable({ chart })));
    const types = parts['[Content_Types].xml'] ?? '';
    for (const [path, xml] of Object.entries(parts)) {
      const parser = new SaxesParser({ xmlns: true });
      parser.on('error', (error) => {
        throw new Error(`${path}: ${error.message}`);
      });
      parser.write(xml).close();
      if (!/\.rels$|^\[Content/.test(path)) expect(types).toContain(`PartName="/${path}"`);
    }
    expect([...types.matchAll(/PartName="\/(.*?)"/g)].filter(([, path = '']) => !(path in parts))).toEqual([]);
  });

  test('begin with what tells the kind of file', async () => {
    expect((await bookOf()).subarray(0, 41).toString('latin1')).toMatch(/^PK.*_rels\/\.rels$/s);
  });

  test('draw a chart over the first rows', async () => {
    const { 'xl/charts/chart1.xml': xml = '' } = partsOf(await bookOf(sampleTable({ chart })));
    expect([...xml.matchAll(/<c:f>(.*?)<\/c:f>/g)].map(([, range]) => range)).toEqual([
      "'Заказы'!$F$1",
      "'Заказы'!$B$2:$B$4",
      "'Заказы'!$F$2:$F$4",
      "'Заказы'!$D$1",
      "'Заказы'!$B$2:$B$4",
      "'Заказы'!$D$2:$D$4",
    ]);
    expect(xml).toContain('<c:cat><c:strRef>');
    const byDay = partsOf(await bookOf(sampleTable({ chart: { ...chart, category: 'day' } })));
    expect(byDay['xl/charts/chart1.xml']).toContain("<c:cat><c:numRef><c:f>'Заказы'!$H$2:$H$4</c:f>");
    await expect(bookOf(sampleTable({ chart: { ...chart, bars: ['none'] } }))).rejects.toThrow('The chart names no column: none');
    expect(Object.keys(partsOf(await bookOf(sampleTable({ chart, rows: blocksOf([]) }))))).not.toContain('xl/charts/chart1.xml');
  });
});
