import { expect, test } from 'vitest';
import { guessStatus, mappingIn, mappingName } from './mapping-names';

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
