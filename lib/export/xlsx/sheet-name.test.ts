import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sheetName } from './sheet-name';

test.each([
  ['Заказы', [], 'Заказы'],
  ['Заказы', ['заказы'], 'Заказы 2'],
  ['Заказы', ['Заказы', 'Заказы 2'], 'Заказы 3'],
  ["'Отчёт: [май]/июнь'", [], 'Отчёт май июнь'],
  ['', [], 'Sheet'],
  ['History', [], 'History 2'],
  ['Журнал', [], 'Журнал 2'],
  ['Очень длинное название отчёта за прошлый год', [], 'Очень длинное название отчёта з'],
  ['Очень длинное название отчёта за прошлый год', ['Очень длинное название отчёта з'], 'Очень длинное название отчёта 2'],
])('names %j beside %j', (title, taken, name) => {
  expect(sheetName(title, taken)).toBe(name);
});

test('always makes a name that Excel takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (title) => {
      const first = sheetName(title, []);
      const second = sheetName(title, [first]);
      expect(second.toLowerCase()).not.toBe(first.toLowerCase());
      for (const name of [first, second]) expect(name).toMatch(/^[^[\]:*?/\\']([^[\]:*?/\\]{0,29}[^[\]:*?/\\'])?$/s);
    }),
  );
});
