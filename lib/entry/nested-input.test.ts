import { expect, test } from 'vitest';
import { clientFields } from '@/lib/domain/clients/schema';
import { orderForm } from '@/lib/domain/orders/schema';
import { nestedInput, withoutBlankRows } from './nested-input';

test('rows without anything typed are left out and the others move up', () => {
  const values = withoutBlankRows({
    client: '7',
    'items.0.product': '',
    'items.0.unit': 'шт.',
    'items.2.product': 'Стол',
    'items.2.price': '1 500,50',
    'items.2.quantity': '2',
  });
  expect(values).toEqual({ client: '7', 'items.0.product': 'Стол', 'items.0.price': '1 500,50', 'items.0.quantity': '2' });
});

test('text becomes what the schema reads, a blank optional field is left out', () => {
  const values = {
    client: '7',
    due_day: '',
    description: '',
    'items.0.product': 'Стол',
    'items.0.price': '1 500,50',
    'items.0.quantity': '2',
    'items.0.discount': '',
    'items.0.vat_rate': '',
  };
  expect(orderForm.parse(nestedInput(orderForm, values))).toMatchObject({
    client: 7,
    due_day: null,
    items: [{ product: 'Стол', price: 150050, quantity: 2000, discount: 0, vat_rate: null }],
  });
});

test('a field emptied in a form is emptied in the record', () => {
  const values = { last_name: 'Носова', middle_name: '', mobile_phone: '', email: '', comment: '' };
  expect(clientFields.parse(nestedInput(clientFields, values))).toMatchObject({
    middle_name: null,
    mobile_phone: null,
    email: null,
    comment: '',
  });
});
