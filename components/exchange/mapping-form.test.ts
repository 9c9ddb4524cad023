import { NextIntlClientProvider } from 'next-intl';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { MappingView } from '@/lib/domain/exchange/mapping';
import messages from '@/lib/i18n/messages/ru/pages.json';
import { MappingForm } from './mapping-form';

const users = [{ id: 1, name: 'Мария Ли', username: 'maria' }];
const vocabulary = {
  warehouse: [{ id: 'w', name: 'Главный' }],
  user: [
    { id: '5', name: 'Maria', login: 'maria' },
    { id: '6', name: 'Робот' },
  ],
  status: [{ id: 'draft', name: 'Черновик' }],
};

function shown(view: Partial<MappingView>, fields = ['client.address', 'product.price']) {
  const action = (): Promise<never> => Promise.reject(new Error('Nobody presses it'));
  const form = createElement(MappingForm, { id: 7, view: { vocabulary, mapping: {}, users, ...view }, fields, action });
  const words = { locale: 'ru', messages, timeZone: 'UTC' } as Parameters<typeof NextIntlClientProvider>[0];
  const html = renderToStaticMarkup(createElement(NextIntlClientProvider, words, form));
  const chosen = (name: string) =>
    new RegExp(`<select[^>]*name="${name.replaceAll('.', '\\.')}".*?</select>`).exec(html)?.[0].match(/value="([^"]*)" selected/)?.[1];
  return { html, chosen };
}

test('statuses, fields and users are shown in this order, guesses chosen and told apart', () => {
  const { html, chosen } = shown({});
  expect([...html.matchAll(/<legend>([^<]*)/g)].map(([, legend]) => legend)).toEqual(['Статусы', 'Поля', 'Пользователи', 'Склады']);
  expect(html).toContain('Клиент: адрес');
  expect([chosen('map.status.draft'), chosen('map.field.client.address'), chosen('map.user.5'), chosen('map.user.6')]).toEqual([
    'Pending',
    'on',
    '1',
    'nobody',
  ]);
  expect(html.match(/предложено по названию, сохраните/g)).toHaveLength(2);
  expect(html.match(/по умолчанию/g)).toHaveLength(2);
  expect(html).toContain('1 слово не сопоставлено');
});

test('what is saved is chosen and no guess any more', () => {
  const mapping = {
    status: { draft: 'Completed' },
    field: { 'client.address': 'off', 'product.price': 'on' },
    user: { 5: 'nobody', 6: '1' },
  };
  const { html, chosen } = shown({ mapping });
  expect([chosen('map.status.draft'), chosen('map.field.client.address'), chosen('map.field.product.price')]).toEqual([
    'Completed',
    'off',
    'on',
  ]);
  expect([chosen('map.user.5'), chosen('map.user.6')]).toEqual(['nobody', '1']);
  expect(html).not.toMatch(/предложено|по умолчанию|не сопоставлено/);
});

test('before anything was read there, fields alone are offered, and how to get the rest', () => {
  const { html } = shown({ vocabulary: {} });
  expect([...html.matchAll(/<legend>([^<]*)/g)].map(([, legend]) => legend)).toEqual(['Поля']);
  expect(html).toContain('Проверить подключение');
});
