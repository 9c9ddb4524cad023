import { expect, test } from 'vitest';
import { normalise, phoneForms, searchText, searchWords } from './normalise';

test.each([
  ['Ёлка', 'елка'],
  ['БОРИС', 'борис'],
  ['ＡＢＣ①', 'abc1'],
  ['  Straße ', 'straße'],
  ['Ёжик', 'ежик'],
])('%s is compared as %s', (text, compared) => {
  expect(normalise(text)).toBe(compared);
});

test.each([
  ['Иванов  ноутбук', ['иванов', 'ноутбук']],
  ['', []],
  ['8 (900) 123-45-67', ['89001234567']],
  ['+7 900', ['7900']],
  ['900 123 45 67', ['9001234567']],
  ['10482 2026', ['10482', '2026']],
  ['120-90', ['120-90']],
  ['КР-0210', ['кр-0210']],
  ['а а', ['а']],
  ['№ 10482', ['10482']],
  ['заказ #17', ['заказ', '17']],
])('%s is looked for as %j', (typed, needles) => {
  expect(searchWords(typed)).toEqual(needles);
});

test('a Russian number is found however it begins', () => {
  const text = searchText(phoneForms('+79001234567'));
  for (const typed of ['+7 (900) 123', '8-900-123-45-67', '900 123 45 67', '123-45-67', '4567'])
    for (const needle of searchWords(typed)) expect(text, typed).toContain(needle);
});
