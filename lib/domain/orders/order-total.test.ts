import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maxPriceMinor, maxQuantityMilli, maxTotalMinor } from '../money';
import { discountOf, includedVat, lineGross, lineTotal, orderTotal } from './order-total';

const quantityMilli = fc.integer({ min: 1, max: maxQuantityMilli });
const priceMinor = fc.integer({ min: 0, max: maxPriceMinor });
/** As the order rules let them through: no line above the largest total. */
const line = fc
  .record({ quantityMilli, priceMinor, discountMinor: fc.integer({ min: 0, max: 1_000_000 }) })
  .filter((amounts) => lineGross(amounts) <= maxTotalMinor);

/** quantity × price, rounded half up, by long arithmetic on decimal digits instead of BigInt division. */
function grossByHand(quantityMilli: number, priceMinor: number): string {
  const product = (BigInt(quantityMilli) * BigInt(priceMinor)).toString().padStart(4, '0');
  const [whole, rest] = [product.slice(0, -3), product.slice(-3)];
  return (BigInt(whole) + (rest >= '500' ? 1n : 0n)).toString();
}

describe('an order total is exact', () => {
  test('a line is quantity × price, half a kopeck up', () => {
    fc.assert(
      fc.property(quantityMilli, priceMinor, (quantity, price) => {
        fc.pre(BigInt(quantity) * BigInt(price) <= BigInt(Number.MAX_SAFE_INTEGER) * 1000n);
        expect(String(lineGross({ quantityMilli: quantity, priceMinor: price }))).toBe(grossByHand(quantity, price));
      }),
    );
  });

  test('the total is the sum of the lines to the kopeck, in any order and any grouping', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 50 }), fc.nat(), (lines, at) => {
        const cut = lines.length === 0 ? 0 : at % lines.length;
        const total = orderTotal(lines);
        expect(total).toBe(lines.map(lineTotal).reduce((sum, value) => sum + value, 0));
        expect(orderTotal([...lines].reverse())).toBe(total);
        expect(orderTotal(lines.slice(0, cut)) + orderTotal(lines.slice(cut))).toBe(total);
      }),
    );
  });

  test.each([
    [1000, 150_000, 150_000],
    [3000, 3333, 9999],
    [333, 100, 33],
    [335, 100, 34],
    [1500, 1, 2],
    [500, 1, 1],
    [499, 1, 0],
    [900_000_000, maxPriceMinor, 8_999_999_999_100_000],
  ])('%d thousandths at %d kopecks are %d', (quantityMilli, priceMinor, total) => {
    expect(lineGross({ quantityMilli, priceMinor })).toBe(total);
  });

  test('a discount comes off the whole line, after rounding', () => {
    expect(lineTotal({ quantityMilli: 1500, priceMinor: 333, discountMinor: 100 })).toBe(400);
  });
});

test('VAT is what a total holds of it, each line rounded half up; a line without a rate holds none', () => {
  expect(includedVat([{ totalMinor: 12_000, vatRate: 2000 }])).toBe(2000);
  expect(includedVat([{ totalMinor: 12_345, vatRate: null }])).toBe(0);
  // 3 × 20 / 120 is half a kopeck.
  expect(includedVat([3, 3].map((totalMinor) => ({ totalMinor, vatRate: 2000 })))).toBe(2);
  expect(includedVat([{ totalMinor: maxTotalMinor, vatRate: 2000 }])).toBe(Math.round(maxTotalMinor / 6));
});

test('discounts add up', () => {
  expect(discountOf([{ discountMinor: 5 }, { discountMinor: 0 }, { discountMinor: 7 }])).toBe(12);
});
