import { expect, test } from 'vitest';
import type { ClientRow } from '@/db/queries/clients';
import type { FullOrder, OrderLineRow } from '@/db/queries/orders';
import { defaultSettings, type SettingsRow } from '@/db/queries/settings';
import type { PrintForm } from '@/lib/domain/print/schema';
import type { Locale } from '../../i18n/locale';
import { pdfPages, pdfTexts } from '../testing/pdf-text';
import { orderDocument } from './order-document';
import { ordersPdf } from './orders-pdf';
import { printContext } from './print-context';

const settings: SettingsRow = {
  ...defaultSettings,
  organisation: 'ООО «Берег»',
  inn: '7701234567',
  kpp: '770101001',
  address: 'Москва, ул. Лесная, 5',
  phone: '+74951234567',
  bank: 'ПАО Сбербанк г. Москва',
  bik: '044525225',
  account: '40702810900000000001',
  correspondentAccount: '30101810400000000225',
  director: 'Сафина О. Р.',
};
const made = Date.UTC(2026, 10, 23, 12);

const client: ClientRow = {
  id: 3,
  version: 1,
  firstName: 'Ольга',
  lastName: 'Петрова',
  middleName: null,
  company: 'ООО «Вектор»',
  inn: '7804000118',
  mobilePhone: '+79215551022',
  email: null,
  emailKey: null,
  nameKey: 'петрова ольга',
  address: 'Тверь,\nНабережная, 1',
  comment: '',
  createdAt: made,
  createdDay: '2026-11-23',
  createdBy: null,
  updatedAt: made,
  deletedAt: null,
  mergedInto: null,
  erasedAt: null,
};

function line(position: number, values: Partial<OrderLineRow>): OrderLineRow {
  const { quantityMilli = 1000, priceMinor = 100_00, discountMinor = 0 } = values;
  const totalMinor = Math.round((quantityMilli * priceMinor) / 1000) - discountMinor;
  return {
    id: position,
    orderId: 12,
    position,
    product: 'Кресло «Айва»',
    sku: '',
    unit: 'шт',
    vatRate: null,
    productId: null,
    ...{ ...values, quantityMilli, priceMinor, discountMinor, totalMinor },
  };
}

function order(lines: OrderLineRow[]): FullOrder {
  const totalMinor = lines.reduce((sum, { totalMinor: of }) => sum + of, 0);
  const figures = { totalMinor, paidMinor: 0, lineCount: lines.length, product: '', priceMinor: 0, quantityMilli: 0 };
  const times = { createdAt: made, updatedAt: made, deletedAt: null, createdBy: null, repeatOf: null, externalNo: null, shippedDay: null };
  const values = { status: 'Pending', description: '', dueDay: '2026-12-01', businessDay: '2026-11-23' };
  return {
    order: { id: 12, version: 1, clientId: 3, ...values, ...figures, ...times },
    client,
    lines,
    payments: [],
    comments: [],
    files: [],
  };
}

const three = order([
  line(1, { quantityMilli: 2000, priceMinor: 11_250_50, vatRate: 2000, sku: 'AB-1' }),
  line(2, { product: 'Бумага А4', quantityMilli: 500, priceMinor: 389_90, vatRate: 1000, unit: 'пачка' }),
  line(3, { product: 'Доставка', priceMinor: 1000_00, discountMinor: 100_00 }),
]);

function print(full: FullOrder, form: PrintForm, locale: Locale = 'ru', of = settings): Promise<Uint8Array> {
  const context = printContext(of, locale, made);
  const document = orderDocument(full, form, context);
  const info = { title: document.title, author: of.organisation, locale, made: new Date(made) };
  return ordersPdf([document], { ...info, words: context.words, logo: undefined });
}

test('an invoice tells payee, payer, lines, taxes, total in figures and words', async () => {
  const text = pdfTexts(await print(three, 'invoice'))
    .join(' ')
    .replaceAll('\u00a0', ' ')
    .replace(/ +/g, ' ');
  for (const part of [
    'Счёт на оплату № 12 от 23 ноября 2026',
    'БИК 044525225',
    'Сч. № 30101810400000000225',
    'Сч. № 40702810900000000001',
    'ООО «Берег», ИНН 7701234567, КПП 770101001, Москва, ул. Лесная, 5, тел. +7 495 123 45 67',
    'ООО «Вектор», Петрова Ольга, ИНН 7804000118, Тверь, Набережная, 1, тел. +7 921 555 10 22',
    'Цена, ₽ Скидка, ₽ НДС Сумма, ₽',
    '2 шт 11 250,50 — 20 % 22 501,00',
    '0,5 пачка 389,90 — 10 % 194,95',
    '1 000,00 100,00 Без НДС 900,00',
    'Итого 23 595,95 ₽',
    'В том числе НДС 20 % 3 750,17 ₽',
    'В том числе НДС 10 % 17,72 ₽',
    'В том числе без НДС 900,00 ₽',
    'Всего к оплате 23 595,95 ₽',
    'Всего наименований 3, на сумму 23 595,95 ₽',
    'Двадцать три тысячи пятьсот девяносто пять рублей 95 копеек',
    'Оплатить до 1 декабря 2026 включительно',
    'Сафина О. Р.',
    'стр. 1 из 1',
  ])
    expect(text).toContain(part);
  expect(text).not.toContain('?');
});

test('a waybill tells who gave what to whom, without a bank', async () => {
  const text = pdfTexts(await print(three, 'waybill'))
    .join(' ')
    .replaceAll('\u00a0', ' ');
  for (const part of [
    'Накладная № 12',
    'Отправитель',
    'Получатель',
    'Отпустил',
    'Получил',
    'Всего отпущено 3 наименования на сумму 23 595,95 ₽',
  ])
    expect(text).toContain(part);
  expect(text).not.toContain('БИК');
});

test('speaks English', async () => {
  const text = pdfTexts(await print(three, 'invoice', 'en')).join(' ');
  expect(text).toContain('Invoice No. 12');
  expect(text).toContain('Twenty-three thousand five hundred ninety-five rubles 95 kopecks');
  expect(text).toContain('23,595.95\u00a0₽');
});

test('an order without VAT says so once, and one without requisites prints without a bank', async () => {
  const document = orderDocument(order([line(1, {})]), 'invoice', printContext(defaultSettings, 'ru', made));
  expect(document.bank).toBeUndefined();
  expect(document.missing).toEqual(['organisation', 'inn', 'address', 'bank', 'bik', 'account', 'correspondentAccount']);
  expect(document.table.columns.map(({ key }) => key)).toEqual(['no', 'product', 'quantity', 'unit', 'price', 'sum']);
  expect(document.table.totals.map(({ label, value }) => `${label} ${value.replaceAll('\u00a0', ' ')}`)).toEqual([
    'Итого 100,00 ₽',
    'Без налога (НДС) —',
    'Всего к оплате 100,00 ₽',
  ]);
  expect(orderDocument(order([line(1, {})]), 'waybill', printContext(settings, 'ru', made)).missing).toEqual([]);
});

test('a hundred long lines take several pages, each with the head and its number, none lost', async () => {
  const product = 'Стол письменный «Норд» 140×70 с тумбой и очень длинным названием, которое не помещается в одну строку';
  const lines = Array.from({ length: 100 }, (_, index) => line(index + 1, { product, priceMinor: 1_000_00 + index }));
  const pages = pdfPages(await print(order(lines), 'invoice'));
  expect(pages.length).toBeGreaterThan(3);
  for (const [index, texts] of pages.entries()) {
    const text = texts.join(' ').replaceAll('\u00a0', ' ');
    expect(text).toContain(`стр. ${index + 1} из ${pages.length}`);
    if (/1 0\d\d,\d\d/.test(text)) expect(text).toContain('Цена, ₽');
  }
  const all = pages.flat();
  for (let index = 0; index < 100; index++) expect(all).toContain(`1\u00a0000,${String(index).padStart(2, '0')}`);
  expect(all).toContain('100\u00a0049,50\u00a0₽');
});

test('a name without a single space stays inside its column', async () => {
  const [texts = []] = pdfPages(await print(order([line(1, { product: 'Ж'.repeat(255) })]), 'invoice'));
  expect(texts.filter((text) => text.startsWith('ЖЖЖ')).length).toBeGreaterThan(5);
});

test('several orders begin each on a page of its own; the file says what it is', async () => {
  const context = printContext(settings, 'ru', made);
  const documents = [three, order([line(1, {})])].map((full) => orderDocument(full, 'waybill', context));
  const info = { title: 'Две накладные', author: 'ООО «Берег»', locale: 'ru', made: new Date(made) };
  const pdf = await ordersPdf(documents, { ...info, words: context.words, logo: new Uint8Array([1, 2, 3]) });
  const pages = pdfPages(pdf);
  expect(pages.map((texts) => texts.at(-1))).toEqual([expect.stringContaining('стр. 1 из 1'), expect.stringContaining('стр. 1 из 1')]);
  const bytes = Buffer.from(pdf).toString('latin1');
  const utf16 = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('latin1');
  for (const part of ['/Lang (ru)', utf16('Две накладные'), utf16('ООО «Берег»')]) expect(bytes.includes(part), part).toBe(true);
});
