import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDecimal } from '../domain/money';
import { hundredths, partsOfOne, thousandths } from './decimal-text';

describe.each([
  ['hundredths', hundredths, 2],
  ['thousandths', thousandths, 3],
  ['parts of one', partsOfOne, 4],
] as const)('%s', (_, make, digits) => {
  test('are read back exactly with a point and with a comma', () => {
    const [point, comma] = [make('.'), make(',')];
    fc.assert(
      fc.property(fc.integer({ min: -1e14, max: 1e14 }), (scaled) => {
        expect(parseDecimal(point(scaled), digits)).toBe(scaled);
        expect(comma(scaled)).toBe(point(scaled).replace('.', ','));
      }),
    );
  });
});

test.each([
  [hundredths('.')(0), '0.00'],
  [hundredths(',')(-5), '-0,05'],
  [hundredths(',')(123_450), '1234,50'],
  [hundredths('.')(-0.2), '0.00'],
  [hundredths('.')(10.5), '0.11'],
  [hundredths('.')(Number.MAX_SAFE_INTEGER), '90071992547409.91'],
  [thousandths(',')(2000), '2'],
  [thousandths('.')(-2250), '-2.25'],
  [partsOfOne('.')(1250), '0.125'],
  [partsOfOne('.')(1), '0.0001'],
])('%s is %s', (text, expected) => {
  expect(text).toBe(expected);
});
