import { expect, test } from 'vitest';
import type { FieldAgreement } from './agreement';
import { afterSending, readAgreement, writeAgreement } from './agreement';
import { nameAsFields } from './client-name-parts';
import { hashOf } from './fingerprint';
import { incomingItems, recognised } from './incoming-items';
import { mergeFields } from './merge-fields';

const sides = { policy: 'newest', oursAt: 1, theirsAt: 2, guarded: new Set<string>() } as const;
const agreed = (value: string): FieldAgreement => ({ ours: hashOf(value) });

test.each([
  ['nothing has changed', 'a', 'a', 'a', {}, {}],
  ['we have', 'a', 'b', 'a', {}, { f: 'b' }],
  ['they have', 'a', 'a', 'b', { f: 'b' }, {}],
  ['both, to the same', 'a', 'b', 'b', {}, {}],
  ['both, and they later', 'a', 'b', 'c', { f: 'c' }, {}],
])('%s', (_, base, ours, theirs, toOurs, toTheirs) => {
  const merge = mergeFields({ ...sides, agreement: { f: agreed(base) }, ours: { f: ours }, theirs: { f: theirs } });
  expect(merge).toMatchObject({ toOurs, toTheirs });
  expect(merge.collisions).toHaveLength(ours !== base && theirs !== base && ours !== theirs ? 1 : 0);
});

test('without an agreement what is empty is filled, on either side', () => {
  const merge = mergeFields({ ...sides, agreement: {}, ours: { a: '', b: 'x' }, theirs: { a: 'y', b: null } });
  expect(merge).toEqual({ toOurs: { a: 'y' }, toTheirs: { b: 'x' }, collisions: [] });
});

test('a field that one side does not carry is left alone', () => {
  expect(mergeFields({ ...sides, agreement: {}, ours: { a: 'x' }, theirs: {} })).toEqual({ toOurs: {}, toTheirs: {}, collisions: [] });
});

test('a guarded field never comes in by itself, but goes out', () => {
  const guarded = new Set(['f']);
  const theirs = mergeFields({ ...sides, guarded, agreement: { f: agreed('a') }, ours: { f: 'a' }, theirs: { f: 'b' } });
  expect(theirs).toMatchObject({ toOurs: {}, toTheirs: {}, collisions: [{ field: 'f', decision: null }] });
  const ours = mergeFields({ ...sides, guarded, agreement: { f: agreed('a') }, ours: { f: 'b' }, theirs: { f: 'a' } });
  expect(ours).toEqual({ toOurs: {}, toTheirs: { f: 'b' }, collisions: [] });
});

test('what was sent without an answer is no edit of theirs, whether it arrived or not', () => {
  const agreement = readAgreement(writeAgreement(afterSending({ f: agreed('a') }, { f: hashOf('b') })));
  for (const theirs of ['a', 'b']) {
    const merge = mergeFields({ ...sides, agreement, ours: { f: 'c' }, theirs: { f: theirs } });
    expect(merge).toEqual({ toOurs: {}, toTheirs: { f: 'c' }, collisions: [] });
  }
  expect(mergeFields({ ...sides, agreement, ours: { f: 'a' }, theirs: { f: 'b' } }).toTheirs).toEqual({ f: 'a' });
});

const line = {
  product: 'Стол',
  sku: 'S',
  unit: 'шт',
  quantityMilli: 3000,
  priceMinor: 10_000,
  discountMinor: 1000,
  vatRate: 2000,
  totalMinor: 29_000,
};

test('a line that comes back as it went keeps all that the other side does not carry', () => {
  const fitted = [{ product: 'Стол (3 шт)', quantity: 1000, total: 29_000 }];
  const [item] = incomingItems(recognised(fitted, fitted), [line]);
  expect(item).toEqual({ product: 'Стол', sku: 'S', unit: 'шт', quantity: '3', price: '100.00', discount: '10.00', vat_rate: 2000 });
});

test('a line with another total gets a price that comes to it, to the kopeck', () => {
  const [item] = incomingItems([{ product: 'Стол', quantity: 3000, total: 10_000 }], [line]);
  expect(item).toMatchObject({ sku: 'S', quantity: '3', price: '33.34', discount: '0.02', vat_rate: 2000 });
});

test('a name is a person’s parts or a company', () => {
  expect(nameAsFields('Соколова Марина Андреевна')).toEqual({ last_name: 'Соколова', first_name: 'Марина', middle_name: 'Андреевна' });
  expect(nameAsFields('ООО Ромашка')).toEqual({ company: 'ООО Ромашка' });
  expect(nameAsFields('ИП Иванов')).toEqual({ company: 'ИП Иванов' });
  expect(nameAsFields('Кафе')).toEqual({ company: 'Кафе' });
  const person = { firstName: 'Марина', lastName: 'Соколова', middleName: null, company: 'Ромашка' };
  expect(nameAsFields('Соколова Марина', person)).toEqual({});
  expect(nameAsFields('Белова Марина', person)).toEqual({ last_name: 'Белова', first_name: 'Марина', middle_name: null });
});
