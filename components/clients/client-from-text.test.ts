import { expect, test } from 'vitest';
import { clientFromText } from './client-from-text';

test.each([
  ['a@b.ru', { email: 'a@b.ru' }],
  ['8 (921) 555-10-22', { mobile_phone: '8 (921) 555-10-22' }],
  ['9215551022', { mobile_phone: '9215551022' }],
  ['7804000118', { inn: '7804000118' }],
  ['780400011812', { inn: '780400011812' }],
  ['ООО Вектор', { company: 'ООО Вектор' }],
  ['«Волна»', { company: '«Волна»' }],
  ['ИП Петров', { company: 'ИП Петров' }],
  ['Соколова Марина Андреевна', { last_name: 'Соколова', first_name: 'Марина', middle_name: 'Андреевна' }],
  ['Типов', { last_name: 'Типов', first_name: '', middle_name: '' }],
  ['12', { last_name: '12', first_name: '', middle_name: '' }],
])('%s', (text, fields) => {
  expect(clientFromText(text)).toEqual(fields);
});
