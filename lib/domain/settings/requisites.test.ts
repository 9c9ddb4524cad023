import { expect, test } from 'vitest';
import { validate } from '../validate';
import { isInn } from './requisites';
import { settingsForm } from './schema';

test('a taxpayer number is told from a mistyped one', () => {
  // Sberbank, Yandex; a person's from the tax service's own examples.
  for (const inn of ['7707083893', '7736207543', '500100732259']) expect(isInn(inn), inn).toBe(true);
  for (const inn of ['7707083894', '7736207534', '500100732258', '500100732269', '770708389', '', '77070838931']) {
    expect(isInn(inn), inn).toBe(false);
  }
});

const given = { organisation: 'ООО «Берег»', time_zone: 'Europe/Moscow' };

function broken(fields: Record<string, unknown>): string[] {
  try {
    validate(settingsForm, { ...given, ...fields });
    return [];
  } catch (error) {
    return Object.keys((error as { details: { fields: object } }).details.fields);
  }
}

test('requisites may be left empty, and are checked where they are given', () => {
  expect(broken({})).toEqual([]);
  expect(broken({ inn: '7707083893', kpp: '773601001', bik: '044525225', account: '40702810938000000001' })).toEqual([]);
  expect(
    broken({ inn: '7707083890', kpp: '12', bik: '44525225', account: '4070', email: 'нет', pending_days: 0, currency: 'XXX' }),
  ).toEqual(['currency', 'inn', 'kpp', 'email', 'bik', 'account', 'pending_days']);
});
