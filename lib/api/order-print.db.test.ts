import { beforeAll, expect, test } from 'vitest';
import { getEngine } from '@/db/client';
import { defaultSettings, writeSettings } from '@/db/queries/settings';
import { pdfPages, pdfTexts } from '@/lib/export/testing/pdf-text';
import { call } from '@/lib/testing/api';

function plain(texts: string[]): string {
  return texts.join(' ').replaceAll('\u00a0', ' ');
}

beforeAll(async () => {
  await getEngine().transaction((tx) =>
    writeSettings(tx, { ...defaultSettings, organisation: 'ООО «Берег»', bank: 'Банк', bik: '044525225', account: '40702810900000000001' }),
  );
  const client = await call('POST', '/api/clients/add/', { first_name: 'Иван', last_name: 'Иванов', email: 'ivan@example.com' });
  for (const items of [
    [
      { product: 'Стол', quantity: 2, price: '1000.33' },
      { product: 'Стул', quantity: 3, price: '99.99' },
    ],
    [{ product: 'Лампа', quantity: 1, price: '0.01' }],
    [{ product: 'Шкаф', quantity: 1, price: '5000.00' }],
  ])
    await call('POST', '/api/orders/add/', { client: client.json.id, items });
});

test('200 a PDF whose total is the order’s to the kopeck, in figures and words', async () => {
  const listed = await call('POST', '/api/orders/get/');
  expect(listed.json).toMatchObject({ orders: [{ id: 1, total_price: '2300.63' }, {}, {}] });
  const file = await call('GET', '/api/orders/print/1/?form=invoice&lang=ru', undefined, { as: 'viewer' });
  expect(file.status).toBe(200);
  expect(file.headers).toMatchObject({ 'content-type': 'application/pdf', 'content-disposition': 'inline; filename="invoice_1.pdf"' });
  const text = plain(pdfTexts(file.bytes));
  for (const part of [
    'Счёт на оплату № 1',
    'ООО «Берег»',
    'Иванов Иван',
    '2 000,66',
    '299,97',
    'Всего к оплате 2 300,63 ₽',
    'Без налога (НДС)',
  ])
    expect(text).toContain(part);
  expect(text).toContain('Две тысячи триста рублей 63 копейки');
});

test('200 in the language that is asked for, else the one preferred', async () => {
  const english = { headers: { 'accept-language': 'en' } };
  expect(plain(pdfTexts((await call('GET', '/api/orders/print/1/', undefined, english)).bytes))).toContain('Invoice No. 1');
  const asked = await call('GET', '/api/orders/print/1/?lang=ru&form=waybill', undefined, english);
  expect(plain(pdfTexts(asked.bytes))).toContain('Накладная № 1');
});

test('200 several orders as they were given, each on a page of its own', async () => {
  const file = await call('GET', '/api/orders/print/?ids=3,1,2,3&form=waybill&lang=ru');
  expect(file.headers['content-disposition']).toBe('inline; filename="waybills_3.pdf"');
  expect(pdfPages(file.bytes).map((texts) => /Накладная № (\d)/.exec(plain(texts))?.[1])).toEqual(['3', '1', '2']);
});

test('200 an order in the bin prints as its card shows', async () => {
  await call('POST', '/api/orders/delete/2/');
  expect((await call('GET', '/api/orders/print/2/')).status).toBe(200);
});

test.each([
  [404, '/api/orders/print/999/'],
  [400, '/api/orders/print/1/?form=receipt'],
  [400, '/api/orders/print/1/?lang=de'],
  [400, '/api/orders/print/'],
  [400, '/api/orders/print/?ids=1,x'],
  [400, '/api/orders/print/?ids=1,999'],
  [400, `/api/orders/print/?ids=${Array.from({ length: 101 }, (_, index) => index + 1).join(',')}`],
])('%i for %s', async (status, url) => {
  expect((await call('GET', url)).status).toBe(status);
});

test('400 tells which orders are not there, and how many may be printed', async () => {
  const unknown = await call('GET', '/api/orders/print/?ids=1,999', undefined, { headers: { 'accept-language': 'ru' } });
  expect(unknown.text).toContain('Таких заказов нет: 999');
  const many = Array.from({ length: 101 }, (_, index) => index + 1).join(',');
  expect((await call('GET', `/api/orders/print/?ids=${many}`)).text).toContain('Не больше 100 заказов');
});

test('401 nobody prints without signing in', async () => {
  expect((await call('GET', '/api/orders/print/1/', undefined, { as: null })).status).toBe(401);
});
