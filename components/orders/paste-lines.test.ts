import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pasteLines } from './paste-lines';

const one = (text: string) => {
  const [line] = pasteLines(text);
  return line && [line.product, line.quantity, line.unit, line.price];
};

describe('a line from a chat', () => {
  test.each([
    ['Кресло офисное 2 шт по 11 250', ['Кресло офисное', '2', 'шт', '11 250']],
    ['Стол - 3 x 14900', ['Стол', '3', '', '14900']],
    ['Стол — 3 × 14 900,50 ₽', ['Стол', '3', '', '14 900,50']],
    ['Стол 3 х 14900 руб.', ['Стол', '3', '', '14900']],
    ['лампа 8', ['лампа', '8', '', '']],
    ['Лампа настольная, 8 шт.', ['Лампа настольная', '8', 'шт.', '']],
    ['Кабель 2,5 м по 120', ['Кабель', '2,5', 'м', '120']],
    ['2 шт Кресло по 500', ['Кресло', '2', 'шт', '500']],
    ['2 шт. Кресло', ['Кресло', '2', 'шт.', '']],
    ['Доставка 1 500 руб', ['Доставка', '', '', '1 500']],
    ['Доставка по 1500 ₽', ['Доставка', '', '', '1500']],
    ['Стол письменный «Норд» 140×70', ['Стол письменный «Норд» 140×70', '', '', '']],
    ['Стол «Норд» 140×70 2 шт по 14900', ['Стол «Норд» 140×70', '2', 'шт', '14900']],
    ['1) Вешалка 2 шт', ['Вешалка', '2', 'шт', '']],
    ['- Вешалка', ['Вешалка', '', '', '']],
    ['• Бумага А4 10 пачек', ['Бумага А4', '10', 'пачек', '']],
    ['Бумага А4', ['Бумага А4', '', '', '']],
    ['Кресло 2шт по 11250р', ['Кресло', '2', 'шт', '11250']],
  ])('%s', (text, expected) => {
    expect(one(text)).toEqual(expected);
  });
});

describe('rows of a table', () => {
  test.each([
    ['Стол\t2\t1500', ['Стол', '2', '', '1500']],
    ['Стол\t2\tшт\t1 500,00\t3 000,00', ['Стол', '2', 'шт', '1 500,00']],
    ['1\tСтол\t2\t1500', ['Стол', '2', '', '1500']],
    ['СТ-1407\tСтол письменный\t2\t1500', ['Стол письменный', '2', '', '1500']],
    ['Стол\t\t', ['Стол', '', '', '']],
    ['"Стол ""Норд"""\t2', ['Стол "Норд"', '2', '', '']],
    ['Стол\t2\t1\u00a0500,00\u00a0₽', ['Стол', '2', '', '1\u00a0500,00']],
  ])('%j', (text, expected) => {
    expect(one(text)).toEqual(expected);
  });

  test('an article is told from the name', () => {
    expect(pasteLines('СТ-1407\tСтол\t2\t1500')[0]?.sku).toBe('СТ-1407');
  });

  test('headings say what stands where', () => {
    const text = '№\tЦена\tНаименование\tКол-во\tЕд.\tСумма\n1\t1500\tСтол\t2\tшт\t3000\n2\t90\t2024\t1\tшт\t90';
    expect(pasteLines(text)).toEqual([
      { product: 'Стол', sku: '', quantity: '2', unit: 'шт', price: '1500' },
      { product: '2024', sku: '', quantity: '1', unit: 'шт', price: '90' },
    ]);
  });
});

test('blank rows and rows without a product are left out, the order stays', () => {
  expect(pasteLines('\r\nСтол 2 шт\r\n\r\n\t\t\r\nСтул\n').map(({ product }) => product)).toEqual(['Стол', 'Стул']);
  expect(pasteLines('')).toEqual([]);
});

test('whatever is pasted, it is read, and what comes of it fits an order', () => {
  const pieces = fc.constantFrom(
    'Стол',
    '2',
    ' ',
    '\t',
    '\n',
    'шт',
    'по',
    '14 900',
    ',',
    '×',
    'x',
    '₽',
    '1)',
    '-',
    '"',
    '\u00a0',
    'Цена',
    '.',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      for (const { product, quantity, price } of pasteLines(text)) {
        expect(product.trim()).not.toBe('');
        expect(product.length).toBeLessThanOrEqual(255);
        for (const amount of [quantity, price]) expect(amount).toMatch(/^(\d[\d\s\u00a0\u202f]*([.,]\d+)?)?$/);
      }
    }),
    { numRuns: 500 },
  );
});

test('a very long line costs no time', () => {
  const began = Date.now();
  pasteLines(`${'1 '.repeat(50_000)}x\n${'стол 2 шт по '.repeat(5000)}`);
  expect(Date.now() - began).toBeLessThan(500);
});
