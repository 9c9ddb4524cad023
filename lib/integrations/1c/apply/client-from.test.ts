import { expect, test } from 'vitest';
import type { CmlParty } from '../commerceml/document';
import { buyerOf, clientFrom } from './client-from';

const party = (values: Partial<CmlParty>): CmlParty => ({
  id: 'k',
  name: '',
  fullName: '',
  kind: 'person',
  role: '',
  lastName: '',
  firstName: '',
  middleName: '',
  inn: '',
  kpp: '',
  address: '',
  comment: '',
  contacts: [],
  ...values,
});

test('the buyer is who is called so, else who is not called the seller', () => {
  const [seller, buyer, plain] = [party({ role: 'Продавец' }), party({ role: 'Покупатель' }), party({})];
  expect(buyerOf([seller, plain, buyer])).toBe(buyer);
  expect(buyerOf([seller, plain])).toBe(plain);
  expect(buyerOf([seller])).toBeUndefined();
});

test('a person by his names, or out of a whole name', () => {
  expect(clientFrom(party({ lastName: 'Петров', firstName: 'Пётр' }))?.input).toMatchObject({ last_name: 'Петров', first_name: 'Пётр' });
  expect(clientFrom(party({ name: 'Иванов  Иван Иванович' }))?.input).toMatchObject({
    last_name: 'Иванов',
    first_name: 'Иван',
    middle_name: 'Иванович',
  });
  expect(clientFrom(party({ name: 'Розничный покупатель магазина на углу' }))?.input).toMatchObject({
    company: 'Розничный покупатель магазина на углу',
  });
  expect(clientFrom(party({ name: ' \u0000 ' }))).toBeUndefined();
});

test('a company without a person or an e-mail', () => {
  const input = clientFrom(party({ kind: 'company', fullName: `ООО «${'Л'.repeat(300)}»`, inn: '7736207543' }))?.input;
  expect(input).toMatchObject({ inn: '7736207543', email: null, mobile_phone: null, first_name: '' });
  expect(input?.company).toHaveLength(200);
});

test('what is no telephone, e-mail or taxpayer number is left out, the rest is kept', () => {
  const contacts = [
    { type: 'Телефон рабочий', value: 'спросить Машу' },
    { type: 'Телефон мобильный', value: '8 900 123-45-67' },
    { type: 'Почта', value: 'нет@' },
    { type: 'Прочее', value: 'ivanov@example.com' },
  ];
  expect(clientFrom(party({ lastName: 'Иванов', inn: '12', contacts }))?.input).toMatchObject({
    inn: '',
    mobile_phone: '+79001234567',
    email: 'ivanov@example.com',
  });
});
