import { expect, test } from 'vitest';
import { missingIn } from './problem-text';

test('an address without its domain and a number that is too short are told of as such', () => {
  expect(missingIn({ rule: 'email' }, 'nosova@mail')).toEqual({ key: 'noDomain' });
  expect(missingIn({ rule: 'email' }, 'nosova@')).toEqual({ key: 'noDomain' });
  expect(missingIn({ rule: 'phone' }, '8 921 555-20')).toEqual({ key: 'digitsMissing', n: 2 });
  expect(missingIn({ rule: 'day' }, '32.11.2026')).toEqual({ key: 'dayExample' });
});

test('anything else keeps the sentence of its rule', () => {
  expect(missingIn({ rule: 'email' }, 'nosova')).toBeUndefined();
  expect(missingIn({ rule: 'email' }, 'a b@mail.ru')).toBeUndefined();
  expect(missingIn({ rule: 'phone' }, 'позвонить')).toBeUndefined();
  expect(missingIn({ rule: 'phone' }, '+7 921 555-10-220')).toBeUndefined();
  expect(missingIn({ rule: 'inn' }, '8')).toBeUndefined();
});
