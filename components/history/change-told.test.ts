import { createTranslator } from 'next-intl';
import { expect, test } from 'vitest';
import { makeFormat } from '@/lib/i18n/format';
import pages from '@/lib/i18n/messages/ru/pages.json';
import { type ChangeToTell, changeTold } from './change-told';
import type { ValueSetting } from './value-text';

const format = makeFormat({ locale: 'ru', timeZone: 'Europe/Moscow', currency: 'RUB', now: 0 });
const t = createTranslator({ locale: 'ru', messages: pages }) as unknown as ValueSetting['t'];
const subject = { href: '/orders/7', text: '№ 7' };

function entryOf(action: string, fields: ChangeToTell['fields'], kind = 'order.edit'): ChangeToTell {
  const operation = { kind, actorName: 'test' } as ChangeToTell['operation'];
  return { operation, gender: 'f', change: { entity: 'order', entityId: 7, action } as ChangeToTell['change'], fields };
}

test('a change of values is told with what was and what became, its own record first where the page is not about it', () => {
  const fields = { status: { old: 'Pending', new: 'Completed' }, description: { old: 'Стол', new: null } };
  const told = ['статус ', { was: 'Ожидает', now: 'Выполнен' }, '; описание ', { was: 'Стол', now: 'пусто' }];
  const [first, ...rest] = told;
  expect(changeTold(entryOf('update', fields), { t, format }, subject)).toEqual([
    { bold: 'test' },
    ' изменила заказ ',
    subject,
    `: ${first}`,
    ...rest,
  ]);
  expect(changeTold(entryOf('update', { status: fields.status }), { t, format })).toEqual([
    { bold: 'test' },
    ' изменила статус: ',
    told[1],
  ]);
});

test('a new order is told with its lines and sum, an erased change without values', () => {
  const items = [{ product: 'Стол', quantity: '2', price: '10.00' }];
  const fields = { items: { old: null, new: items }, total_price: { old: null, new: '20.00' } };
  expect(changeTold(entryOf('create', fields), { t, format }, subject)).toEqual([
    { bold: 'test' },
    ' создала заказ ',
    subject,
    ': 1 позиция, 20,00\u00a0₽',
  ]);
  expect(changeTold(entryOf('update', null), { t, format }, subject).at(-1)).toBe('. Данные удалены.');
});

test('clients made one are told with the one that stays', () => {
  const merged = { ...entryOf('delete', { merged_into: { old: null, new: 3 } }) };
  expect(changeTold(merged, { t, format }, { href: '/clients/9', text: 'Иванов' })).toEqual([
    { bold: 'test' },
    ' объединила клиента ',
    { href: '/clients/9', text: 'Иванов' },
    ' ',
    { href: '/clients/3', text: 'с клиентом №\u00a03' },
  ]);
});
