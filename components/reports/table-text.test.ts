import { expect, test } from 'vitest';
import { plainAmount, tableText } from './table-text';

test('numbers are plain, with the reader’s decimal sign', () => {
  const rows = [['Вектор', plainAmount(71_680_050), 9, undefined]];
  const head = ['Клиент', 'Сумма', 'Заказы', 'Доля'];
  expect(tableText({ head, rows, point: ',' })).toBe('Клиент\tСумма\tЗаказы\tДоля\r\nВектор\t716800,5\t9\t');
  expect(tableText({ head, rows, point: '.' })).toContain('\t716800.5\t');
});

test('a name is neither a formula nor two cells', () => {
  const rows = [['=HYPERLINK("x")'], ['Вектор\tи сын\nООО'], [-1]];
  expect(tableText({ head: ['Имя'], rows, point: ',' })).toBe('Имя\r\n\'=HYPERLINK("x")\r\nВектор и сын ООО\r\n-1');
});
