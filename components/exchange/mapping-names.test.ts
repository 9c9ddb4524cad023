import { expect, test } from 'vitest';
import { guessStatus, guessUser, mappingIn, mappingName, nobody } from './mapping-names';

test('a sent form comes back as a mapping; ids may have dots, empty words are left out', () => {
  const values = {
    id: '7',
    tab: 'mapping',
    [mappingName('status', 'sale.draft')]: 'Pending',
    [mappingName('status', 'done')]: ' ',
    other: 'x',
  };
  expect(mappingIn(values)).toEqual({ status: { 'sale.draft': 'Pending' } });
});

test.each([
  ['draft', 'Черновик', 'Pending'],
  ['processing', 'В обработке', 'Pending'],
  ['done', 'Выполнена', 'Completed'],
  ['cancelled', 'Отменена', 'Cancelled'],
  ['x1', 'Фиолетовый', undefined],
])('%s «%s» is taken for %s', (id, name, status) => {
  expect(guessStatus({ id, name })).toBe(status);
});

const users = [
  { id: 1, name: 'Мария Ли', username: 'maria' },
  { id: 2, name: 'Пётр', username: 'petr' },
  { id: 3, name: 'Пётр', username: 'petr2' },
];

test.each([
  ['their name is ours', { id: '7', name: 'мария ли' }, '1'],
  ['their login is ours', { id: '7', name: 'Office', login: 'MARIA' }, '1'],
  ['two of ours are called so', { id: '7', name: 'Пётр' }, undefined],
  ['nobody is', { id: '7', name: 'Admin', login: '' }, undefined],
])('a user of theirs is guessed: %s', (_, entry, user) => {
  expect(guessUser(entry, users)).toBe(user);
});

test('fields of ours have dots, and nobody is a word that is kept', () => {
  const values = { [mappingName('field', 'client.address')]: 'off', [mappingName('user', '4')]: nobody };
  expect(mappingIn(values)).toEqual({ field: { 'client.address': 'off' }, user: { 4: 'nobody' } });
});
