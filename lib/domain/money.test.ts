import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatMilli, formatMinor, parseDecimal, plainDecimal } from './money';

const safe = fc.integer({ min: -999_999_999_999, max: 999_999_999_999 });

test('kopecks survive being written and read', () => {
  fc.assert(
    fc.property(safe, (minor) => {
      expect(parseDecimal(formatMinor(minor), 2)).toBe(minor);
    }),
  );
});

test('thousandths survive being written and read', () => {
  fc.assert(
    fc.property(safe, (milli) => {
      expect(parseDecimal(formatMilli(milli), 3)).toBe(milli);
    }),
  );
});

test('a JSON number of at most two places is read exactly', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (minor) => {
      expect(parseDecimal(String(minor / 100), 2)).toBe(minor);
    }),
  );
});

test('whatever is typed is either refused or an exact integer', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const parsed = parseDecimal(text, 2);
      if (parsed !== undefined) expect(Number.isSafeInteger(parsed)).toBe(true);
    }),
  );
});

test.each([
  ['1500', 150_000],
  ['1500.5', 150_050],
  ['1500.00', 150_000],
  ['1500.10', 150_010],
  ['1500.000', undefined],
  ['0', 0],
  ['-0.00', 0],
  ['-1.5', -150],
  ['1500.555', undefined],
  ['1e3', undefined],
  ['', undefined],
  [' 1', undefined],
  ['+1', undefined],
  ['.5', undefined],
  ['5.', undefined],
  ['0x10', undefined],
  ['١٢', undefined],
  ['1,5', undefined],
  ['NaN', undefined],
  ['Infinity', undefined],
  ['9'.repeat(16), undefined],
  [`0.${'0'.repeat(20)}`, undefined],
])('%j is %s kopecks', (text, minor) => {
  expect(parseDecimal(text, 2)).toBe(minor);
});

test.each([
  ['1 234,56', '1234.56'],
  ['1\u00a0234,56', '1234.56'],
  ['1\u202f234.5', '1234.5'],
  ['12', '12'],
  ['1,234.56', '1234.56'],
  ['1,234,567.8', '1234567.8'],
  ['1.234,56', '1234.56'],
  ['1,5', '1.5'],
  ['1,2.3', '1.2.3'],
  ['1,2,3', '1.2,3'],
])('%j as typed is %s', (typed, plain) => {
  expect(plainDecimal(typed)).toBe(plain);
});
