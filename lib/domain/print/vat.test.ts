import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maxTotalMinor } from '../money';
import { vatByRate, vatIncluded } from './vat';

test.each([
  [120_00, 2000, 20_00],
  [100_00, 2000, 16_67],
  [110_00, 1000, 10_00],
  [3, 2000, 1],
  [2, 2000, 0],
  [100_00, 0, 0],
  [122_00, 2200, 22_00],
  [maxTotalMinor, 2000, 166_666_666_667],
])('of %i kopecks at %i basis points %i are tax', (total, rate, vat) => {
  expect(vatIncluded(total, rate)).toBe(vat);
});

test('the tax and the price without it make the sum again, half a kopeck up', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: maxTotalMinor }), fc.integer({ min: 0, max: 10_000 }), (total, rate) => {
      const vat = BigInt(vatIncluded(total, rate));
      const whole = BigInt(10_000 + rate);
      const exact = BigInt(total) * BigInt(rate);
      expect(2n * (vat * whole - exact) <= whole && 2n * (vat * whole - exact) > -whole).toBe(true);
    }),
  );
});

test('lines are summed rate by rate, none left out', () => {
  const lines = [
    { totalMinor: 100_00, vatRate: 2000 },
    { totalMinor: 50_00, vatRate: null },
    { totalMinor: 100_00, vatRate: 2000 },
    { totalMinor: 110_00, vatRate: 1000 },
    { totalMinor: 7_00, vatRate: 0 },
  ];
  expect(vatByRate(lines)).toEqual([
    { rate: 2000, totalMinor: 200_00, vatMinor: 33_34 },
    { rate: 1000, totalMinor: 110_00, vatMinor: 10_00 },
    { rate: 0, totalMinor: 7_00, vatMinor: 0 },
    { rate: null, totalMinor: 50_00, vatMinor: 0 },
  ]);
});
