import { expect, test } from 'vitest';
import { oncePer, withGap } from './per-row';

test('a message with a gap is formatted once and filled for each row', () => {
  let formatted = 0;
  const numbered = withGap((id) => {
    formatted += 1;
    return `Заказ № ${id}, открыть`;
  });
  expect([numbered(7), numbered('8')]).toEqual(['Заказ № 7, открыть', 'Заказ № 8, открыть']);
  expect(formatted).toBe(1);
});

test('what depends on a number is made once for each', () => {
  const made: number[] = [];
  const days = oncePer((n: number) => {
    made.push(n);
    return `${n} дн.`;
  });
  expect([days(3), days(4), days(3)]).toEqual(['3 дн.', '4 дн.', '3 дн.']);
  expect(made).toEqual([3, 4]);
});
