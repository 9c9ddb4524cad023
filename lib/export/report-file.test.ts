import { describe, expect, test } from 'vitest';
import type { ReportRow } from '@/db/queries/reports';
import type { ReportContext } from './report-context';
import { type ReportFormat, reportFile } from './report-file';
import { pdfTexts } from './testing/pdf-text';
import { sheetsOf } from './testing/sheet-cells';

const report: ReportRow = {
  id: 7,
  version: 1,
  period: 'week',
  fromDay: '2024-12-11',
  toDay: '2024-12-17',
  newOrdersCount: 10,
  newClientsCount: 3,
  completedOrdersCount: 4,
  totalOrdersMinor: 123_456_789,
  avgOrderMinor: 12_345_679,
  createdAt: Date.UTC(2024, 11, 17, 21, 30),
  createdBy: 1,
  deletedAt: null,
};
const russian: ReportContext = { timeZone: 'Europe/Moscow', organisation: 'ООО «Ромашка»', locale: 'ru' };
const english: ReportContext = { timeZone: 'America/New_York', organisation: '', locale: 'en' };

async function textOf(format: ReportFormat, context: ReportContext, of = report): Promise<string> {
  const { content } = await reportFile(of, format, context);
  if (typeof content !== 'string') throw new Error(`${format} is bytes`);
  return content;
}

async function bytesOf(format: ReportFormat, context: ReportContext): Promise<Uint8Array> {
  const { content } = await reportFile(report, format, context);
  if (typeof content === 'string') throw new Error(`${format} is text`);
  return content;
}

test.each([
  ['txt', 'text/plain; charset=utf-8'],
  ['csv', 'text/csv; charset=utf-8'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['pdf', 'application/pdf'],
  ['json', 'application/json'],
] as const)('names and types the %s file', async (format, type) => {
  expect(await reportFile(report, format, russian)).toMatchObject({ name: `report_7.${format}`, type });
});

describe('txt', () => {
  test('aligns the rows in Russian', async () => {
    expect(await textOf('txt', russian)).toBe(
      [
        'Организация           ООО «Ромашка»',
        'Отчёт №               7',
        'Период                неделя',
        'Первый день           11.12.2024',
        'Последний день        17.12.2024',
        'Новые заказы          10',
        'Выполненные заказы    4',
        'Новые клиенты         3',
        'Сумма заказов         1\u00a0234\u00a0567,89\u00a0₽',
        'Средняя сумма заказа  123\u00a0456,79\u00a0₽',
        'Создан                18 декабря 2024 года, 00:30',
        '',
      ].join('\n'),
    );
  });

  test('speaks English and leaves out a company without a name', async () => {
    expect(await textOf('txt', english)).toBe(
      [
        'Report No.        7',
        'Period            week',
        'First day         11 December 2024',
        'Last day          17 December 2024',
        'New orders        10',
        'Completed orders  4',
        'New clients       3',
        'Total of orders   1,234,567.89\u00a0₽',
        'Average order     123,456.79\u00a0₽',
        'Created at        17 December 2024, 16:30',
        '',
      ].join('\n'),
    );
  });

  test.each([
    [0, '0,00'],
    [5, '0,05'],
    [99_999, '999,99'],
    [100_000, '1\u00a0000,00'],
    [Number.MAX_SAFE_INTEGER, '90\u00a0071\u00a0992\u00a0547\u00a0409,91'],
  ])('writes %i kopecks exactly', async (totalOrdersMinor, text) => {
    expect(await textOf('txt', russian, { ...report, totalOrdersMinor })).toContain(`  ${text}\u00a0₽\n`);
  });

  test('keeps a company name on its line', async () => {
    expect(await textOf('txt', { ...russian, organisation: ' ООО\r\n\t«Ромашка» ' })).toMatch(/^Организация {11}ООО «Ромашка»\nОтчёт/);
  });
});

describe('csv', () => {
  test('is what Russian Excel opens', async () => {
    expect(await textOf('csv', russian)).toBe(
      [
        '\ufeffПоказатель;Значение',
        'Организация;ООО «Ромашка»',
        'Отчёт №;7',
        'Период;неделя',
        'Первый день;11.12.2024',
        'Последний день;17.12.2024',
        'Новые заказы;10',
        'Выполненные заказы;4',
        'Новые клиенты;3',
        'Сумма заказов;1234567,89',
        'Средняя сумма заказа;123456,79',
        'Создан;18.12.2024 00:30',
        '',
      ].join('\r\n'),
    );
  });

  test('keeps the preset in English', async () => {
    const text = await textOf('csv', english);
    expect(text).toMatch(/^\ufeffFigure;Value\r\n/);
    expect(text).toContain('Total of orders;1234567,89\r\n');
    expect(text).toContain('Created at;17.12.2024 16:30\r\n');
  });

  test('neither computes nor splits a company name', async () => {
    expect(await textOf('csv', { ...russian, organisation: '=HYPERLINK("x";"y")' })).toContain(
      `Организация;"'=HYPERLINK(""x"";""y"")"\r\n`,
    );
  });
});

test('json has the names of the API', async () => {
  expect(JSON.parse(await textOf('json', english))).toEqual({
    id: 7,
    period: 'week',
    from: '2024-12-11',
    to: '2024-12-17',
    new_orders_count: 10,
    new_clients_count: 3,
    completed_orders_count: 4,
    total_orders_sum: '1234567.89',
    avg_order_sum: '123456.79',
    date_created: '17 декабря 2024 года, 16:30',
  });
});

describe('xlsx', () => {
  const roubles = '#,##0.00\\ "₽"';
  const head = [
    { value: 'Показатель', bold: true },
    { value: 'Значение', bold: true },
  ];
  const period = [
    [{ value: 'Период' }, { value: 'неделя' }],
    [{ value: 'Первый день' }, { value: 45637, format: 'dd.mm.yyyy' }],
    [{ value: 'Последний день' }, { value: 45643, format: 'dd.mm.yyyy' }],
  ];
  /** 18.12.2024 00:30 in days since 1900. */
  const made = [{ value: 'Создан' }, { value: expect.closeTo(45644 + 30 / 1440, 9), format: 'dd.mm.yyyy hh:mm' }];

  test('has typed cells on two sheets', async () => {
    expect(sheetsOf(await bytesOf('xlsx', russian))).toEqual([
      {
        name: 'Отчёт',
        widths: [32, 40],
        rows: [
          head,
          [{ value: 'Организация' }, { value: 'ООО «Ромашка»' }],
          [{ value: 'Отчёт №' }, { value: 7, format: '0' }],
          ...period,
          [{ value: 'Новые заказы' }, { value: 10, format: '0' }],
          [{ value: 'Выполненные заказы' }, { value: 4, format: '0' }],
          [{ value: 'Новые клиенты' }, { value: 3, format: '0' }],
          [{ value: 'Сумма заказов' }, { value: 1234567.89, format: roubles }],
          [{ value: 'Средняя сумма заказа' }, { value: 123456.79, format: roubles }],
          made,
        ],
      },
      { name: 'Параметры', widths: [32, 40], rows: [head, ...period, [{ value: 'Часовой пояс' }, { value: 'Europe/Moscow' }], made] },
    ]);
  });

  test('keeps a formula and markup as text', async () => {
    const [sheet] = sheetsOf(await bytesOf('xlsx', { ...russian, organisation: '=1+1</t>\u0001<&"' }));
    expect(sheet?.rows[1]?.[1]).toEqual({ value: '=1+1</t><&"' });
  });
});

describe('pdf', () => {
  test('shows the rows with the sign of the rouble', async () => {
    expect(pdfTexts(await bytesOf('pdf', russian))).toEqual([
      'ООО «Ромашка»',
      'Отчёт № 7',
      'Период',
      'неделя',
      'Первый день',
      '11.12.2024',
      'Последний день',
      '17.12.2024',
      'Новые заказы',
      '10',
      'Выполненные заказы',
      '4',
      'Новые клиенты',
      '3',
      'Сумма заказов',
      '1\u00a0234\u00a0567,89\u00a0₽',
      'Средняя сумма заказа',
      '123\u00a0456,79\u00a0₽',
      'Создан',
      '18 декабря 2024 года, 00:30',
    ]);
  });

  test('speaks English', async () => {
    expect(pdfTexts(await bytesOf('pdf', english))).toEqual(expect.arrayContaining(['Report No. 7', '1,234,567.89\u00a0₽']));
  });
});

test('shows a period of an unknown name as it is', async () => {
  expect(await textOf('txt', russian, { ...report, period: 'quarter' })).toContain('Период                quarter\n');
});
