import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseNumberText } from './number-text';

test.each([
  ['1 234,56', '1234.56'],
  ['1\u00a0234\u202f567,5', '1234567.5'],
  ['1 234.56', '1234.56'],
  ['1,234.56', '1234.56'],
  ['1.234,56', '1234.56'],
  ['1,234,567', '1234567'],
  ['1.234.567,8', '1234567.8'],
  ['1,234', '1.234'],
  ['1.234', '1.234'],
  ["1'234.50", '1234.5'],
  ['12,5', '12.5'],
  [',5', '0.5'],
  ['007', '7'],
  ['0,00', '0'],
  ['-0', '0'],
  ['(5)', '-5'],
  ['-5', '-5'],
  ['−5,10', '-5.1'],
  ['- 5', '-5'],
  ['+5', '5'],
  ['1 500 ₽', '1500'],
  ['1500 руб.', '1500'],
  ['1500р.', '1500'],
  ['(1 500,00 руб)', null],
  ['$ 12.50', '12.5'],
  ['12,50 RUB', '12.5'],
  ['123456789012345678901,5', '123456789012345678901.5'],
  ['', null],
  ['-', null],
  ['1 2', null],
  ['12 34,5', null],
  ['1,23,456', null],
  ['1.2.3', null],
  ['17.12.2024', null],
  ['1,234.567.8', null],
  ['1.234,567,8', null],
  ['(-5)', null],
  ['(5', null],
  ['5)', null],
  ['20 %', null],
  ['1e5', null],
  ['8,92E+10', null],
  ['5 шт', null],
  ['руб.', null],
  ['1\n2', null],
])('%j is %j', (text, number) => {
  expect(parseNumberText(text)).toBe(number);
});

test('reads what is written, to the last digit', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 20n }),
      fc.integer({ min: 0, max: 99 }),
      fc.constantFrom(' ', '\u00a0', ''),
      fc.boolean(),
      (whole, part, group, minus) => {
        const text = `${minus ? '-' : ''}${String(whole).replace(/\B(?=(\d{3})+$)/g, group)},${String(part).padStart(2, '0')}`;
        const decimals = String(part).padStart(2, '0').replace(/0+$/, '');
        const size = decimals ? `${whole}.${decimals}` : `${whole}`;
        expect(parseNumberText(text)).toBe(minus && size !== '0' ? `-${size}` : size);
      },
    ),
  );
});

test('takes no time for a long text', () => {
  const start = performance.now();
  for (const text of ['1'.repeat(32_767), '1 '.repeat(16_000), ' '.repeat(32_767), '1,'.repeat(16_000), `${'р'.repeat(32_000)}.`])
    parseNumberText(text);
  expect(performance.now() - start).toBeLessThan(500);
});
