import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { csvTable } from './csv-table';
import { openedCsv, openedSheets, savedBook } from './testing/libreoffice';
import { bytesOf, sampleContext, sampleTable } from './testing/sample-table';
import { partsOf } from './testing/sheet-cells';
import { xlsxTable } from './xlsx-table';

const minute = 60_000;
const records = (text: string): string[][] => parse(text, { bom: true, delimiter: ';', relax_column_count: true });

/** The same share, with the one place of a cell. */
const sharesShown: Partial<Record<string, string>> = {
  '12,50%': '12.5%',
  '0,00%': '0.0%',
  '-3,33%': '-3.3%',
  '100,00%': '100.0%',
};

/** What LibreOffice shows in its English, as our CSV for Excel writes it. */
function asOurs(shown: string, kind: string): string {
  switch (kind) {
    case 'money':
      return shown.replace(/[,\s₽]/g, '').replace('.', ',');
    case 'quantity':
      return shown.replace('.', ',');
    default:
      return shown;
  }
}

describe('LibreOffice', () => {
  test(
    'opens the workbook and shows the cells of our CSV',
    async () => {
      const [book, csv] = await Promise.all([
        bytesOf(xlsxTable(sampleTable(), sampleContext)),
        bytesOf(csvTable(sampleTable(), sampleContext)),
      ]);
      const kinds = sampleTable().columns.map(({ kind }) => kind);
      const sheets = await openedSheets(book);
      const shown = records(sheets.get('Заказы') ?? '').map((row) => row.map((cell, index) => asOurs(cell, kinds[index] ?? '')));
      // Shares have one place on the sheet; what is a formula in CSV needs no apostrophe in a text cell; a cell ends its lines with LF.
      const ours = records(csv.toString()).map((row) =>
        row.map((cell, index) =>
          kinds[index] === 'share' ? (sharesShown[cell] ?? cell) : cell.replace(/^'(?==)/, '').replace('\r\n', '\n'),
        ),
      );
      expect(shown).toEqual(ours);
      expect(records(sheets.get('Параметры') ?? '')).toEqual([
        ['Параметр', 'Значение'],
        ['Период', 'декабрь'],
        ['Строк', '5'],
        ['Сумма', '10,000,001,234.44 ₽'],
        ['Создан', '18.12.2024 00:30'],
      ]);
    },
    minute,
  );

  test(
    'opens the CSV and computes nothing but numbers, shares and dates',
    async () => {
      const shown = records(await openedCsv(await bytesOf(csvTable(sampleTable(), sampleContext))));
      expect(shown.map(([, client]) => client)).toEqual([
        'Клиент',
        'ООО «Ромашка»',
        `'=HYPERLINK("http://x";"y")`,
        `'=cmd|'/C calc'!A0`,
        'две\nстроки; с «,» и "кавычками"',
        ' <b>&amp; _x0041_ ',
        '',
      ]);
      expect(shown[1]?.slice(3)).toEqual(['3', '1.5', '1234.5', '12.50%', '12/17/24', '12/18/24 12:30 AM']);
      expect(shown.at(-1)?.slice(3, 6)).toEqual(['0', '999999.25', '10000001234.44']);
    },
    minute,
  );

  test(
    'draws the chart with the figures of the cells',
    async () => {
      const chart = { title: 'Суммы', category: 'client', bars: ['total', 'lines'], rows: 3 };
      const saved = partsOf(await savedBook(await bytesOf(xlsxTable(sampleTable({ chart }), sampleContext))));
      const xml = saved['xl/charts/chart1.xml'] ?? '';
      expect(xml).toContain('<c:barDir val="col"/>');
      expect([...xml.matchAll(/<c:v>(.*?)<\/c:v>/g)].map(([, value]) => value)).toEqual(
        expect.arrayContaining(['Сумма', 'Строк', 'ООО «Ромашка»', '1234.5', '-0.05', '3', '-4']),
      );
      expect(xml).toContain('Суммы');
    },
    minute,
  );
});
