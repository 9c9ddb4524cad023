import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noWord } from '@/lib/domain/exchange/schema';
import { recordsIn } from '@/lib/domain/journal/fields';
import { exactUnitPrice, fitToTryton, readSale, stateFor, statusOf, toMinor } from './map';
import { sale } from './types';
import { lineValues } from './write-values';

/** As Tryton does: quantity as a decimal by price, to kopecks, half to even. */
function theirAmount(quantityMilli: number, price: bigint): number {
  const [whole, rest] = [(BigInt(quantityMilli) * price) / 100_000n, (BigInt(quantityMilli) * price) % 100_000n];
  const isUp = rest > 50_000n || (rest === 50_000n && whole % 2n === 1n);
  return Number(whole + (isUp ? 1n : 0n));
}

const line = fc.record({
  product: fc.string({ minLength: 1, maxLength: 300 }),
  unit: fc.constantFrom('', 'шт', 'кг'),
  quantity: fc.integer({ min: 1, max: 1_000_000_000 }),
  total: fc.integer({ min: 0, max: 999_999_999_999 }),
});

test('an order comes to the same there, to the kopeck, whatever its discounts and quantities', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (items) => {
      const fitted = recordsIn(fitToTryton('order', { items, status: 'Pending' }, []).items);
      expect(fitted).toHaveLength(items.length);
      for (const [n, { quantity, total }] of fitted.entries()) {
        expect(total).toBe(items[n]?.total);
        const price = exactUnitPrice(Number(quantity), Number(total));
        expect(price === undefined ? undefined : theirAmount(Number(quantity), price)).toBe(items[n]?.total);
      }
    }),
  );
});

test('what is fitted once stays as it is', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 3 }), (items) => {
      const once = fitToTryton('order', { items, status: 'Pending' }, []);
      expect(fitToTryton('order', once, [])).toEqual(once);
    }),
  );
});

test('prices of any precision are kopecks, half up', () => {
  expect([toMinor('12.3450'), toMinor('12.3449'), toMinor('7'), toMinor('-0.005'), toMinor(null)]).toEqual([1235, 1234, 700, -1, null]);
});

test('statuses are mapped by the connection, else as usual; a state nobody knows is told of', () => {
  expect(statusOf('quotation', {})).toBe('Pending');
  expect(statusOf('quotation', { status: { quotation: noWord } })).toBeUndefined();
  expect(statusOf('quotation', { status: { quotation: 'Completed' } })).toBe('Completed');
  expect(stateFor('Completed', {})).toBe('confirmed');
  expect(stateFor('Completed', { status: { quotation: 'Completed' } })).toBe('quotation');
  const row = { id: 1, _timestamp: '1', create_date: null, write_date: null, state: 'on_hold', party: 2, 'lines.': [] };
  const read = readSale(sale.parse(row), {}, 0);
  expect(read.values).not.toHaveProperty('status');
  expect(read.unmapped).toEqual([{ field: 'status', value: 'on_hold' }]);
});

test('a line that people have added there stays after ours, unless ours were moved', () => {
  const known = sale.parse({
    ...{ id: 1, _timestamp: '1', create_date: null, write_date: null, state: 'draft', party: 2 },
    'lines.': ['А', 'Б'].map((description, n) => ({
      id: n + 1,
      type: 'line',
      description,
      quantity: 1,
      amount: null,
      product: null,
      'product.': null,
    })),
  });
  const items = (...names: string[]) => ({ items: names.map((product) => ({ product, quantity: 1000, total: 100 })) });
  const sequences = (commands: unknown[]) => JSON.stringify(commands).match(/"sequence":\w+/g);
  expect(sequences(lineValues(items('А', 'Б', 'В'), known, new Map()))).toEqual(Array(3).fill('"sequence":null'));
  expect(sequences(lineValues(items('Б', 'А'), known, new Map()))).toEqual(['"sequence":1', '"sequence":2']);
});
