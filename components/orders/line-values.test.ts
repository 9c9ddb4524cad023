import { expect, test } from 'vitest';
import {
  appendLines,
  blankLine,
  duplicateLine,
  moveLine,
  removeLine,
  stepQuantity,
  typedLines,
  typedSums,
  typedTotal,
  withOneSpare,
} from './line-values';

const names = (lines: readonly { product: string }[]) => lines.map(({ product }) => product);
const abc = ['а', 'б', 'в'].map((product) => blankLine({ product }));

test('a form shows the lines it got and spare ones', () => {
  const lines = typedLines({ 'items.0.product': 'Стол', 'items.1.product': 'Стул', 'items.1.price': '10' });
  expect(names(lines)).toEqual(['Стол', 'Стул', '', '', '']);
  expect(lines[1]?.price).toBe('10');
});

test('with scripts one spare line is enough, and it stays the same one', () => {
  const lines = typedLines({ 'items.0.product': 'Стол' });
  const one = withOneSpare(lines);
  expect(names(one)).toEqual(['Стол', '']);
  expect(one[1]?.key).toBe(lines[1]?.key);
  expect(names(withOneSpare([...one.slice(0, 1), blankLine({ price: '5' })]))).toEqual(['Стол', '', '']);
  expect(withOneSpare([]).length).toBe(1);
  // A quantity alone is no line: the server drops it too.
  expect(withOneSpare([blankLine({ quantity: '2', unit: 'шт.', vat_rate: '2000' })]).length).toBe(1);
});

test('lines are duplicated, removed and moved', () => {
  expect(names(duplicateLine(abc, 1))).toEqual(['а', 'б', 'б', 'в']);
  expect(new Set(duplicateLine(abc, 1).map(({ key }) => key)).size).toBe(4);
  expect(names(removeLine(abc, 0))).toEqual(['б', 'в']);
  expect(names(moveLine(abc, 2, 0))).toEqual(['в', 'а', 'б']);
  expect(names(moveLine(abc, 0, 1))).toEqual(['б', 'а', 'в']);
  expect(names(moveLine(abc, 0, -1))).toEqual(['а', 'б', 'в']);
  expect(names(moveLine(abc, 2, 3))).toEqual(['а', 'б', 'в']);
  expect(names(appendLines([...abc, blankLine()], [blankLine({ product: 'г' })]))).toEqual(['а', 'б', 'в', 'г']);
});

test('a line is totalled as typed, the Russian way too', () => {
  expect(typedTotal({ ...blankLine(), quantity: '2,5', price: '1 000,10', discount: '0,25' })).toBe(250_000);
  expect(typedTotal({ ...blankLine(), price: '1\u00a0234,56' })).toBe(123_456);
  expect(typedTotal({ ...blankLine(), price: '1234.56' })).toBe(123_456);
  expect(typedTotal({ ...blankLine(), price: '100' })).toBe(10_000);
  expect(typedTotal({ ...blankLine(), price: 'сто' })).toBeUndefined();
});

test('the sums leave blank lines and unfinished numbers out', () => {
  const lines = [blankLine({ product: 'а', quantity: '2', price: '10' }), blankLine({ product: 'б', price: 'x' }), blankLine()];
  expect(typedSums(lines)).toEqual({ lines: 2, quantityMilli: 3000, totalMinor: 2000 });
});

test('a step is one piece, and there is always one', () => {
  expect(stepQuantity('', 1)).toBe('2');
  expect(stepQuantity('8', -1)).toBe('7');
  expect(stepQuantity('1', -1)).toBe('1');
  expect(stepQuantity('2,5', 1)).toBe('3,5');
  expect(stepQuantity('много', 1)).toBe('1');
});
