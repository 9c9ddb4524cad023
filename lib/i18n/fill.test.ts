import { createTranslator } from 'use-intl/core';
import { expect, test } from 'vitest';
import { fill } from './fill';
import en from './messages/en/pages.json';
import ru from './messages/ru/pages.json';

test('values stand in the message, and what has no value stays', () => {
  expect(fill('Строка «{name}», {n}', { name: 'Стол', n: 2 })).toBe('Строка «Стол», 2');
  expect(fill('{other}', {})).toBe('{other}');
  expect(fill('«{name}»', { name: '{n}' })).toBe('«{n}»');
});

test.each([
  ['ru', ru],
  ['en', en],
] as const)('plurals are those of the ICU library: %s', (locale, messages) => {
  const t = createTranslator({ locale, messages });
  for (const n of [0, 1, 2, 5, 11, 21, 22, 25, 101]) {
    expect(fill(messages.entry.pieces, { n, count: '7' }, locale)).toBe(t('entry.pieces', { n, count: '7' }));
    expect(fill(messages.entry.paste.add, { n }, locale)).toBe(t('entry.paste.add', { n }));
  }
});
