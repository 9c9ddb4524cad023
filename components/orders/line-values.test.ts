import { expect, test } from 'vitest';
import { blankLine, typedLines, typedTotal } from './line-values';

test('a form shows the lines it got and spare ones', () => {
  const lines = typedLines({ 'items.0.product': 'Стол', 'items.1.product': 'Стул', 'items.1.price': '10' });
  expect(lines.map(({ product }) => product)).toEqual(['Стол', 'Стул', '', '', '']);
  expect(lines[1]?.price).toBe('10');
});

test('a line is totalled as typed, the Russian way too', () => {
  expect(typedTotal({ ...blankLine(), quantity: '2,5', price: '1 000,10', discount: '0,25' })).toBe(250_000);
  expect(typedTotal({ ...blankLine(), price: '100' })).toBe(10_000);
  expect(typedTotal({ ...blankLine(), price: 'сто' })).toBeUndefined();
});
