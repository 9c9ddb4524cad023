import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { styleOfFormat } from './cell-styles';
import { decimalNumber, isoDate, serialDate } from './excel-value';

describe('serialDate', () => {
  test.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, '1900-02-29'],
    [61, '1900-03-01'],
    [45643, '2024-12-17'],
    [45644 + 30 / 1440, '2024-12-18T00:30:00'],
    [45643.999_999, '2024-12-18'],
    [45643.999_99, '2024-12-17T23:59:59'],
    [0.5, '1899-12-31T12:00:00'],
    [2_958_465, '9999-12-31'],
    [2_958_466, null],
    [-1, null],
    [Number.NaN, null],
    [1e300, null],
  ])('%d is %s', (serial, date) => {
    expect(serialDate(serial, false)).toBe(date);
  });

  test.each([
    [0, '1904-01-01'],
    [44_181, '2024-12-17'],
  ])('counted from 1904, %d is %s', (serial, date) => {
    expect(serialDate(serial, true)).toBe(date);
  });

  test('knows every second after that February', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61 * 86_400, max: 2_958_465 * 86_400 }), (seconds) => {
        const iso = new Date((seconds - 25_569 * 86_400) * 1000).toISOString().slice(0, 19);
        expect(serialDate(seconds / 86_400, false)).toBe(iso.replace('T00:00:00', ''));
      }),
    );
  });
});

test.each([
  ['2024-12-17', '2024-12-17'],
  ['2024-12-17T00:00:00', '2024-12-17'],
  ['2024-12-17T21:05:30.5Z', '2024-12-17T21:05:30'],
  ['2024-12-17T21:05', '2024-12-17T21:05:00'],
  ['17.12.2024', null],
])('the ISO date %j is %j', (text, date) => {
  expect(isoDate(text)).toBe(date);
});

describe('decimalNumber', () => {
  test.each([
    ['0', '0'],
    ['-0', '0'],
    ['12.50', '12.5'],
    ['007', '7'],
    ['89215551022', '89215551022'],
    ['8.9215551022E10', '89215551022'],
    ['771234567890', '771234567890'],
    ['1E21', '1000000000000000000000'],
    ['1e-7', '0.0000001'],
    ['0.30000000000000004', '0.3'],
    ['1.1000000000000001', '1.1'],
    ['12345678901234567', '12345678901234600'],
    ['-1234.5', '-1234.5'],
    ['999999999999999.9', '1000000000000000'],
    ['', null],
    ['x', null],
    ['1e999', null],
  ])('%s is %s', (text, number) => {
    expect(decimalNumber(text)).toBe(number);
  });

  test('never has an exponent and says what 15 digits say', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = decimalNumber(String(value)) ?? '';
        expect(text).toMatch(/^-?(0|[1-9]\d*)(\.\d*[1-9])?$/);
        expect(Number(text)).toBe(Number(value.toPrecision(15)) + 0);
      }),
    );
  });
});

test.each([
  ['General', undefined],
  ['0.00', undefined],
  ['@', undefined],
  ['0.00E+00', undefined],
  ['#,##0.00\\ "руб. day"', undefined],
  ['#,##0.00 [$₽-419];[Red]-#,##0.00', undefined],
  ['0\\ \\d\\h', undefined],
  ['_-* #,##0_h', undefined],
  ['dd.mm.yyyy', 'date'],
  ['[$-F800]dddd, mmmm dd, yyyy', 'date'],
  ['dd/mm/yyyy\\ hh:mm', 'date'],
  ['[h]:mm:ss', 'date'],
  ['mm:ss.0', 'date'],
  ['h:mm AM/PM', 'date'],
  ['0%', 'percent'],
  ['0.00%;[Red]-0.00%', 'percent'],
  ['0"%"', undefined],
])('the format %s shows %s', (code, style) => {
  expect(styleOfFormat(code)).toBe(style);
});
