import { describe, expect, test } from 'vitest';
import en from '@/lib/i18n/messages/en/pages.json';
import ru from '@/lib/i18n/messages/ru/pages.json';
import { cmlErrorCodes } from '../commerceml/cml-error';
import type { CmlDocument } from '../commerceml/document';
import { documentsOf, hasRealFiles, realFile } from '../testing/files';
import { linesFrom } from './lines-from';
import { applyNoteCodes } from './notes';
import { dayIn, paidIn, shippedIn, statusIn } from './requisite-values';

const today = '2026-11-20';
const with_ = (requisites: Record<string, string>, more: Partial<CmlDocument> = {}): CmlDocument => ({
  position: 1,
  id: '1',
  number: '1',
  day: '2026-11-12',
  time: '',
  operation: 'Заказ товара',
  currency: '',
  sum: '',
  parties: [],
  comment: '',
  items: null,
  requisites,
  version: '',
  number1c: '',
  day1c: '',
  deleted: null,
  posted: null,
  base: '',
  ...more,
});

test('an empty date of 1C is no date, an unreadable one says nothing', () => {
  for (const empty of ['T', 'Т', 't', ' T ', '0001-01-01', '0001-01-01T00:00:00']) expect(dayIn(empty), empty).toBeNull();
  for (const nothing of ['', undefined, 'скоро', '2026-13-45']) expect(dayIn(nothing), nothing).toBeUndefined();
  for (const text of ['2026-11-12', '2026-11-12T10:00:00', '12.11.2026 10:00:00', '12.11.2026'])
    expect(dayIn(text), text).toBe('2026-11-12');
});

describe('whether an order is paid', () => {
  const told: [requisites: Record<string, string>, all: boolean | undefined, day?: string][] = [
    [{}, undefined],
    [{ 'Дата оплаты по 1С': 'T' }, false],
    // VamShop's module calls this paid, since the requisite is there.
    [{ 'Номер оплаты по 1С': '', 'Дата оплаты по 1С': 'Т' }, false],
    [{ 'Дата оплаты по 1С': '2026-11-13T00:00:00' }, true, '2026-11-13'],
    [{ 'Дата оплаты': '2026-11-13 15:44:47' }, true, '2026-11-13'],
    [{ Оплачен: 'true' }, true, '2026-11-12'],
    [{ Оплачен: 'false', 'Дата оплаты по 1С': '2026-11-13' }, false],
    [{ 'Заказ оплачен': 'true' }, true, '2026-11-12'],
    // What the shop said is older than what 1C says.
    [{ 'Заказ оплачен': 'true', 'Дата оплаты по 1С': 'T' }, false],
    [{ 'Дата оплаты по 1С': 'скоро' }, undefined],
  ];
  for (const [requisites, all, day] of told) {
    test(JSON.stringify(requisites), () => {
      const paid = paidIn(with_(requisites), today);
      expect(paid?.all).toBe(all);
      if (day) expect(paid?.day).toBe(day);
    });
  }
});

test('when the goods left', () => {
  expect(shippedIn(with_({}), today)).toEqual({});
  expect(shippedIn(with_({ 'Дата отгрузки по 1С': 'T' }), today)).toEqual({ shippedDay: null });
  expect(shippedIn(with_({ 'Дата отгрузки по 1С': '2026-11-14' }), today)).toEqual({ shippedDay: '2026-11-14' });
  expect(shippedIn(with_({ Отгружен: 'false', 'Дата отгрузки по 1С': '2026-11-14' }), today)).toEqual({ shippedDay: null });
  expect(shippedIn(with_({ Отгружен: 'true' }, { day1c: '2026-11-15' }), today)).toEqual({ shippedDay: '2026-11-15' });
  expect(shippedIn(with_({ Отгружен: 'true' }, { day: '' }), today)).toEqual({ shippedDay: today, shippedGuessed: true });
});

test('a status is found by its id, the code in brackets, its text, ours before those everybody knows', () => {
  const table = { D: 'Completed', Новый: 'Cancelled' } as const;
  expect(statusIn(with_({ 'Статуса заказа ИД': 'D', 'Статус заказа': '[N] Принят' }), table)).toEqual({ status: 'Completed' });
  expect(statusIn(with_({ 'Статус заказа': '[D] Отдан' }), table)).toEqual({ status: 'Completed' });
  expect(statusIn(with_({ 'Статус заказа': '[Q] новый' }), table)).toEqual({ status: 'Cancelled' });
  expect(statusIn(with_({ 'Статус заказа': 'Доставлен' }), {})).toEqual({ status: 'Completed' });
  expect(statusIn(with_({ 'Статус заказа': '[Q] Где-то' }), {})).toEqual({ unknown: '[Q] Где-то' });
  expect(statusIn(with_({ Отменен: 'false' }), {})).toEqual({});
});

describe('the lines of a document', () => {
  const item = { id: '', sku: '', name: 'Стол', unit: 'шт', vat: '', discount: '', discountIncluded: true, service: false };
  const told = (price: string, quantity: string, sum: string, more = {}, whole = '') => {
    const [line] = linesFrom(with_({}, { sum: whole, items: [{ ...item, price, quantity, sum, ...more }] })) ?? [];
    return line && [line.price, line.quantity, line.discount];
  };

  test('give the very sum, by a discount or by another price', () => {
    expect(told('10', '2', '20')).toEqual([1000, 2000, 0]);
    expect(told('10', '2', '18.5')).toEqual([1000, 2000, 150]);
    expect(told('33.3333', '3', '100')).toEqual([3334, 3000, 2]);
    // VAT on top.
    expect(told('100', '2', '240')).toEqual([12_000, 2000, 0]);
    expect(told('10', '2', '20', { discount: '5', discountIncluded: false })).toEqual([1000, 2000, 500]);
    expect(told('10', '2', '')).toEqual([1000, 2000, 0]);
    expect(told('', '2', '20')).toEqual([1000, 2000, 0]);
    expect(told('10', '0.333', '3.33')).toEqual([1000, 333, 0]);
    expect(told('10', '2', '20', {}, '15')).toEqual([1000, 2000, 500]);
  });

  for (const [why, price, quantity, sum] of [
    ['a sum that no price gives', '10', '3', '31'],
    ['more digits than a quantity has', '10', '1.0001', '10'],
    ['more digits than a sum has', '10', '1', '10.001'],
    ['less than nothing', '10', '1', '-10'],
    ['none of it for money', '10', '0', '10'],
    ['no number', '10', '1', ''.padEnd(30, '9')],
  ] as const) {
    test(`${why} is refused`, () => expect(() => told(price, quantity, sum)).toThrow('line_inexact'));
  }

  // Planned only where they are at hand.
  const plannedWithFiles = hasRealFiles ? test : undefined;

  plannedWithFiles?.('of real files are exact', async () => {
    for (const name of ['orders-offdoc-1c-to-site-2.03-cp1251.xml', 'orders-bitrix-query-2.05-cp1251.xml']) {
      const found = await documentsOf(realFile(name));
      expect(found.map((one) => linesFrom(one)?.map(({ discount }) => discount))).toEqual(found.map((one) => one.items?.map(() => 0)));
    }
  });
});

test('every remark and every refusal has its sentence', () => {
  for (const { exchange } of [ru, en])
    for (const code of [...applyNoteCodes, ...cmlErrorCodes]) expect(exchange.notes, code).toHaveProperty(code);
});
