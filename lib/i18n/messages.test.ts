import { createTranslator } from 'use-intl/core';
import { describe, expect, test } from 'vitest';
import enApi from './messages/en/api.json';
import enPages from './messages/en/pages.json';
import enPrint from './messages/en/print.json';
import ruApi from './messages/ru/api.json';
import ruPages from './messages/ru/pages.json';
import ruPrint from './messages/ru/print.json';

type Tree = { [key: string]: string | Tree };

function leaves(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as [string, string]] : leaves(value, `${prefix}${key}.`),
  );
}

/** Names of the values a message is filled with; the gender `g` of whoever acts is a matter of Russian verbs alone. */
function values(message: string): string[] {
  const names = [...message.matchAll(/\{(\w+)(?=[,}])/g)].map((match) => match[1] ?? '');
  return [...new Set(names.filter((name) => name !== 'g'))].sort();
}

describe.each([
  ['api', ruApi, enApi],
  ['pages', ruPages, enPages],
  ['print', ruPrint, enPrint],
])('%s messages', (_, ru, en) => {
  const russian = leaves(ru as Tree);
  const english = new Map(leaves(en as Tree));

  test('both languages say the same things, with the same values', () => {
    expect([...english.keys()].sort()).toEqual(russian.map(([key]) => key).sort());
    for (const [key, text] of russian) expect(values(english.get(key) ?? ''), key).toEqual(values(text));
  });

  test('no Russian is left in the English', () => {
    for (const [key, text] of english)
      if (!/^(languages?|locale|language)\b/.test(key))
        expect(/[а-яё]/i.test(text.replaceAll('Русский', '')), `${key}: ${text}`).toBe(false);
  });
});

test('Russian plurals', () => {
  const translate = createTranslator({ locale: 'ru', messages: ruApi });
  const orders = (count: number) => translate('errors.client_has_orders', { count }).replace(/\. .*/, '');
  expect([1, 2, 5, 11, 21, 22, 25].map(orders)).toEqual([
    'У клиента 1 заказ',
    'У клиента 2 заказа',
    'У клиента 5 заказов',
    'У клиента 11 заказов',
    'У клиента 21 заказ',
    'У клиента 22 заказа',
    'У клиента 25 заказов',
  ]);
});
