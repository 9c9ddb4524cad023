import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { neutralText } from './csv-cell';
import { csvTable } from './csv-table';
import type { CellKind, CellValue, CsvPreset } from './table';
import { bytesOf, columnTable, sampleContext } from './testing/sample-table';

const zones = ['Europe/Moscow', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'];
const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n ;,"\'＝１aЯ'.split('')) }));

/** The fields of a column, read back by another library. */
async function fields(kind: CellKind, values: readonly CellValue[], preset: CsvPreset, timeZone = 'Europe/Moscow'): Promise<string[]> {
  const bytes = await bytesOf(csvTable(columnTable(kind, values), { ...sampleContext, preset, timeZone }));
  const records: string[][] = parse(bytes, { bom: true, delimiter: preset === 'excel' ? ';' : ',', record_delimiter: '\r\n' });
  return records.slice(1).map(([, value = '']) => value);
}

describe.each(['excel', 'rfc4180'] as const)('%s', (preset) => {
  test('gives back any text, with an apostrophe where it could be a formula', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text), async (texts) => {
        expect(await fields('text', texts, preset)).toEqual(texts.map((value) => neutralText(value)));
      }),
    );
  });

  test('gives back any amount', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.maxSafeInteger()), async (amounts) => {
        const read = await fields('money', amounts, preset);
        expect(read.map((value) => Number(value.replace(/[.,]/, '')))).toEqual(amounts.map((amount) => amount + 0));
      }),
    );
  });

  test('gives back any quantity', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer()), async (quantities) => {
        const read = await fields('quantity', quantities, preset);
        expect(read.map((value) => Math.round(Number(value.replace(',', '.')) * 1000) + 0)).toEqual(quantities);
      }),
    );
  });

  test('gives back any day', async () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    await fc.assert(
      fc.asyncProperty(fc.array(day), async (dates) => {
        const days = dates.map((date) => date.toISOString().slice(0, 10));
        const read = await fields('day', days, preset);
        expect(read.map((value) => (preset === 'excel' ? value.split('.').reverse().join('-') : value))).toEqual(days);
      }),
    );
  });
});

const instants = fc.array(fc.integer({ min: Date.UTC(1973, 0, 1), max: Date.UTC(2100, 0, 1) }));

test.each(zones)('gives a machine any instant of %s back exactly', async (timeZone) => {
  await fc.assert(
    fc.asyncProperty(instants, async (values) => {
      expect((await fields('instant', values, 'rfc4180', timeZone)).map(Date.parse)).toEqual(values);
    }),
  );
});

test.each(zones)('shows people the clock of %s', async (timeZone) => {
  const clock = new Intl.DateTimeFormat('ru-RU', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const full = new Intl.DateTimeFormat('ru-RU', { timeZone, day: '2-digit', month: '2-digit', year: 'numeric' });
  await fc.assert(
    fc.asyncProperty(instants, async (values) => {
      expect(await fields('instant', values, 'excel', timeZone)).toEqual(
        values.map((value) => `${full.format(value)} ${clock.format(value).slice(-5)}`),
      );
    }),
  );
});

test('opens no second cell by quotes and separators', async () => {
  const attacks = ['";=1+1;"', '"\r\n=1+1', 'a;=1', 'a,=1', "a\n=cmd|'/C calc'!A0"];
  expect(await fields('text', attacks, 'excel')).toEqual(attacks);
  expect(await fields('text', attacks, 'rfc4180')).toEqual(attacks);
});

test('neutralises headings and words among numbers', async () => {
  const table = columnTable('money', ['=1+1', 'Итого', Number.NaN]);
  const bytes = await bytesOf(csvTable({ ...table, columns: table.columns.map((column) => ({ ...column, title: '@t' })) }, sampleContext));
  expect(bytes.toString()).toBe("\ufeff'@t;'@t\r\n0;'=1+1\r\n1;Итого\r\n2;\r\n");
});
