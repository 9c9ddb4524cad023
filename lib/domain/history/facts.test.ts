import { expect, test } from 'vitest';
import { factsOf } from './facts';

const line = (product: string, quantity: string, price: string) => ({
  product,
  sku: '',
  unit: '',
  quantity,
  price,
  discount: '0.00',
  vat_rate: null,
  total_price: '0.00',
});

test('a changed quantity is one fact, the new total the last', () => {
  const facts = factsOf({
    total_price: { old: '3000.00', new: '4500.00' },
    items: { old: [line('Ноутбук', '2', '1500.00')], new: [line('Ноутбук', '3', '1500.00')] },
  });
  expect(facts).toEqual([
    { type: 'line_changed', product: 'Ноутбук', field: 'quantity', old: '2', new: '3' },
    { type: 'field', field: 'total_price', old: '3000.00', new: '4500.00' },
  ]);
});

test('added and removed lines are told apart from moved ones', () => {
  const facts = factsOf({
    items: {
      old: [line('Стол', '1', '10.00'), line('Стул', '4', '5.00')],
      new: [line('Стул', '4', '5.00'), line('Шкаф', '1', '30.00'), line('Полка', '2', '7.00')],
    },
  });
  expect(facts).toEqual([
    { type: 'line_added', product: 'Шкаф', quantity: '1', price: '30.00' },
    { type: 'line_added', product: 'Полка', quantity: '2', price: '7.00' },
    { type: 'line_removed', product: 'Стол', quantity: '1', price: '10.00' },
  ]);
});

test('a renamed line in its place is a change of its name', () => {
  const facts = factsOf({ items: { old: [line('Стол', '1', '10.00')], new: [line('Стол письменный', '1', '10.00')] } });
  expect(facts).toEqual([{ type: 'line_changed', product: 'Стол', field: 'product', old: 'Стол', new: 'Стол письменный' }]);
});

test('two lines of one product stay two lines', () => {
  const facts = factsOf({ items: { old: [line('Стол', '1', '10.00'), line('Стол', '2', '9.00')], new: [line('Стол', '1', '10.00')] } });
  expect(facts).toEqual([{ type: 'line_removed', product: 'Стол', quantity: '2', price: '9.00' }]);
});

test('comments and files come and go', () => {
  const comment = { id: 1, text: 'Позвонить', author: 1, at: '2026-11-23T10:00:00.000Z' };
  const file = { id: 2, type: 'application/pdf', name: 'счёт.pdf', size: 5, sha256: 'ab', author: null, at: '2026-11-23T10:00:00.000Z' };
  expect(factsOf({ comments: { old: null, new: [comment] }, files: { old: [file], new: null } })).toEqual([
    { type: 'comment_added', text: 'Позвонить' },
    { type: 'file_removed', name: 'счёт.pdf' },
  ]);
});

test('payments come and go; their sum is not told twice', () => {
  const facts = factsOf({
    payments: { old: [], new: [{ id: 1, day: '2026-11-23', amount: '500.00', method: 'cash', note: '' }] },
    paid: { old: '0.00', new: '500.00' },
  });
  expect(facts).toEqual([{ type: 'payment_added', amount: '500.00', day: '2026-11-23' }]);
});
