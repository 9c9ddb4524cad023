import { expect, test } from 'vitest';
import { orderAdd } from '@/lib/domain/orders/schema';
import { paymentForm } from '@/lib/domain/payments/schema';
import { formInput } from './form-values';

test('texts become numbers only where the schema has a number', () => {
  expect(
    formInput(orderAdd, Object.entries({ client: '1', product: '42', quantity: '2', price: '1 500,50', unknown: 'x', description: '' })),
  ).toEqual({
    client: 1,
    product: '42',
    quantity: 2,
    price: '1500.50',
    description: '',
  });
});

test('what is no number stays text, for the schema to refuse', () => {
  expect(formInput(orderAdd, Object.entries({ client: '', quantity: 'x', items: '[{"product":"a"}]' }))).toEqual({
    client: '',
    quantity: 'x',
    items: [{ product: 'a' }],
  });
  expect(formInput(orderAdd, [['items', '[{']])).toEqual({ items: '[{' });
});

test('a decimal is known under refinements too', () => {
  expect(formInput(paymentForm, [['amount', '1\u00a0000,5']])).toEqual({ amount: '1000.5' });
});

test('names of the language itself are no fields', () => {
  expect(
    formInput(orderAdd, [
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]),
  ).toEqual({});
});
