import { expect, test } from 'vitest';
import { cellText, lineFields, rowColumns } from './row-columns';

const mapped = (...columns: (string | null)[]) => ({ columns, matchBy: [] });

test('a name in parts is one column, whatever the order of the file; numbers come first, versions not at all', () => {
  const columns = rowColumns('client', mapped('email', 'first_name', null, 'version', 'last_name', 'id'));
  expect(columns).toEqual([
    { key: 'id', fields: ['id'] },
    { key: 'full_name', fields: ['last_name', 'first_name'] },
    { key: 'email', fields: ['email'] },
  ]);
  expect(rowColumns('client', mapped('last_name'))).toEqual([{ key: 'last_name', fields: ['last_name'] }]);
});

test('an order has its own columns, and its lines have theirs', () => {
  const mapping = mapped('price', 'client_name', 'product');
  expect(rowColumns('order', mapping).map(({ key }) => key)).toEqual(['client_name']);
  expect(lineFields('order', mapping)).toEqual(['product', 'price']);
  expect(lineFields('product', mapped('price'))).toEqual([]);
});

test('a cell of several fields is told as it was and as it becomes', () => {
  const name = { key: 'full_name', fields: ['last_name', 'first_name', 'middle_name'] };
  const cells = { last_name: 'Ёлкина', first_name: 'Вера', middle_name: 'Павловна' };
  const changes = [
    { field: 'last_name', now: 'Елкина', file: 'Ёлкина' },
    { field: 'middle_name', now: '', file: 'Павловна' },
  ];
  expect(cellText(name, cells, changes, 'now', (_, text) => text)).toBe('Елкина Вера');
  expect(cellText(name, cells, changes, 'file', (_, text) => text.toUpperCase())).toBe('ЁЛКИНА ВЕРА ПАВЛОВНА');
});
