import { expect, test } from 'vitest';
import { alternativeSearches } from './alternatives';

test.each([
  ['bdfyjd', 'иванов'],
  ['Bdfyjd', 'иванов'],
  ['cnjk yjen,er', 'стол ноутбук'],
  ['ivanov', 'иванов'],
  ['Kuznetsov', 'кузнецов'],
  ['shchukin', 'щукин'],
  ['zhukova yuliya', 'жукова юлия'],
  ['dmitry', 'дмитри'],
  ['andrey', 'андрей'],
  ['krylov', 'крылов'],
  ['руддщ', 'hello'],
  ['самсунг', 'samsung'],
])('«%s» may mean «%s»', (typed, meant) => {
  expect(alternativeSearches(typed)).toContain(meant);
});

test.each(['', '12345', '+7 900', '%'])('«%s» means what it says', (typed) => {
  expect(alternativeSearches(typed)).toEqual([]);
});
