import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { CmlSource } from '../commerceml/document';
import { goodValues } from './good-values';
import { type CmlGood, checkGoods, type GoodsRecord, readGoods } from './read-goods';

const source = (text: string): CmlSource =>
  async function* () {
    yield Buffer.from(text);
  };

async function read(text: string): Promise<GoodsRecord[]> {
  await checkGoods(source(text));
  const records = [];
  for await (const record of readGoods(source(text))) records.push(record);
  return records;
}

const goodsOf = (records: GoodsRecord[]): CmlGood[] => records.flatMap((record) => (record.kind === 'good' ? record.good : []));
const root = (inner: string, attributes = '') =>
  `<?xml version="1.0" encoding="UTF-8"?><КоммерческаяИнформация ${attributes}>${inner}</КоммерческаяИнформация>`;
const none = { name: '', sku: '', unit: '', vat: '', deleted: null, prices: [], stock: null };

test('goods of an older catalogue, with the word for a deletion', async () => {
  const records = await read(
    root(`<Классификатор><Ид>1</Ид><Группы><Группа><Ид>g</Ид><Наименование>Мебель</Наименование></Группа></Группы></Классификатор>
      <Каталог СодержитТолькоИзменения="false"><Ид>1</Ид><Владелец><Ид>2</Ид><Наименование>Мы</Наименование></Владелец><Товары>
        <Товар><Ид>a#b</Ид><Артикул>T-1</Артикул><Наименование>Стол &amp; стул</Наименование><БазоваяЕдиница Код="796"><Пересчет/>шт</БазоваяЕдиница>
          <СтавкиНалогов><СтавкаНалога><Наименование>НДС</Наименование><Ставка>20</Ставка></СтавкаНалога></СтавкиНалогов></Товар>
        <Товар Статус="Удален"><Ид>c</Ид><Наименование>Старый</Наименование></Товар>
        <Товар><Ид>d</Ид><Статус>Удалён</Статус></Товар>
      </Товары></Каталог>`),
  );
  expect(goodsOf(records)).toEqual([
    { ...none, id: 'a#b', sku: 'T-1', name: 'Стол & стул', unit: 'шт', vat: '20' },
    { ...none, id: 'c', name: 'Старый', deleted: true },
    { ...none, id: 'd', deleted: true },
  ]);
});

test('offers with prices of several types and stock by warehouse, in both spellings', async () => {
  const records = await read(
    root(
      `<ПакетПредложений><Ид>1</Ид>
        <ТипыЦен><ТипЦены><Ид>p1</Ид><Наименование>Закупочная</Наименование></ТипЦены><ТипЦены><Ид>p2</Ид><Наименование>Розничная</Наименование></ТипЦены></ТипыЦен>
        <Склады><Склад><Ид>w1</Ид><Наименование>Основной</Наименование></Склад></Склады>
        <Предложения>
          <Предложение><Ид>a</Ид><Цены><Цена><ИдТипаЦены>p1</ИдТипаЦены><ЦенаЗаЕдиницу>1.000,50</ЦенаЗаЕдиницу><Валюта>RUB</Валюта></Цена>
            <Цена><ИдТипаЦены>p2</ИдТипаЦены><ЦенаЗаЕдиницу>1500</ЦенаЗаЕдиницу></Цена></Цены>
            <Склад ИдСклада="w1" КоличествоНаСкладе="2"/><Склад ИдСклада="w2" КоличествоНаСкладе="0.5"/><Количество>2.5</Количество></Предложение>
          <Предложение><Ид>b</Ид><Остатки><Остаток><Склад><Ид>w1</Ид><Количество>3</Количество></Склад></Остаток><Остаток><Склад><Ид>w1</Ид><Количество>1</Количество></Склад></Остаток></Остатки></Предложение>
          <Предложение><Ид>c</Ид><Остатки><Остаток><Количество>-7</Количество></Остаток></Остатки></Предложение>
          <Предложение><Ид>d</Ид><Количество>0</Количество></Предложение>
        </Предложения></ПакетПредложений>`,
      'ФорматСуммы="ЧЦ=18; ЧДЦ=2; ЧРД=,"',
    ),
  );
  expect(records.slice(0, 3)).toEqual([
    { kind: 'price_type', id: 'p1', name: 'Закупочная' },
    { kind: 'price_type', id: 'p2', name: 'Розничная' },
    { kind: 'warehouse', id: 'w1', name: 'Основной' },
  ]);
  const [a, b, c, d] = goodsOf(records);
  expect(a?.prices.map(({ type, price }) => [type, price])).toEqual([
    ['p1', '1000.5'],
    ['p2', '1500'],
  ]);
  expect([a?.stock, b?.stock, c?.stock, d?.stock]).toEqual([
    [
      { warehouse: 'w1', quantity: '2' },
      { warehouse: 'w2', quantity: '0.5' },
    ],
    [{ warehouse: 'w1', quantity: '4' }],
    [{ warehouse: '', quantity: '-7' }],
    [{ warehouse: '', quantity: '0' }],
  ]);
});

test('split files of newer versions are read by their local names', async () => {
  const records = await read(
    root(
      `<ИзмененияПакетаПредложений><Предложения><Предложение><Ид>a</Ид><НомерВерсии>AA</НомерВерсии><ПометкаУдаления>false</ПометкаУдаления></Предложение></Предложения></ИзмененияПакетаПредложений>`,
      'xmlns="urn:1C.ru:commerceml_2" ВерсияСхемы="3.1"',
    ),
  );
  expect(goodsOf(records)).toEqual([{ ...none, id: 'a', deleted: false }]);
});

test.each([
  ['orders', root('<Документ><Ид>1</Ид></Документ>'), 'cml_no_goods'],
  ['the first version', root('<Каталог Идентификатор="1"/>'), 'cml_version1'],
  ['a file that breaks off', root('<Каталог><Товары><Товар><Ид>1</Ид>').replace('</КоммерческаяИнформация>', ''), 'cml_truncated'],
])('%s are refused', async (_, text, code) => {
  await expect(read(text)).rejects.toMatchObject({ code });
});

test('a good becomes what our catalogue takes, to the kopeck and the thousandth', () => {
  const good = { ...none, id: 'a', name: ' Стол\n письменный ', sku: 'T-1', unit: 'шт', vat: 'Без НДС', deleted: false };
  const prices = [
    { type: 'p1', price: '10.005', currency: '' },
    { type: 'p2', price: '99.994', currency: '' },
  ];
  const vocabulary = { warehouses: { w1: 'Основной' }, priceTypes: { p2: 'Розничная' } };
  const stock = [
    { warehouse: 'w1', quantity: '2.0005' },
    { warehouse: 'w9', quantity: '-1' },
  ];
  expect(goodValues({ ...good, prices, stock }, 'розничная', vocabulary)).toEqual({
    remoteId: 'a',
    name: 'Стол письменный',
    sku: 'T-1',
    unit: 'шт',
    price: 9999,
    vat_rate: null,
    deleted: false,
    stock: [
      { warehouse: 'Основной', quantityMilli: 2001 },
      { warehouse: 'w9', quantityMilli: -1000 },
    ],
  });
  expect(goodValues({ ...none, id: 'a', prices }, '', vocabulary)).toEqual({ remoteId: 'a', price: 1001 });
  expect(goodValues({ ...none, id: 'a', prices, vat: '20%' }, 'Оптовая', vocabulary)).toEqual({ remoteId: 'a', vat_rate: 2000 });
});

const samples = process.env.COMMERCEML_DIR ?? resolve(process.cwd(), '../shared/commerceml');
const sample = resolve(samples, 'catalog-import-offdoc-2.04-utf8.xml');
if (existsSync(sample)) {
  test('the official catalogue', async () => {
    const goods = goodsOf(await read(readFileSync(sample, 'utf8')));
    expect(goods.length).toBeGreaterThan(2);
    expect(goods[0]).toMatchObject({ name: 'Стол обеденный', unit: 'шт', vat: '18', deleted: null });
    expect(goods.every(({ id, name }) => id !== '' && name !== '')).toBe(true);
  });
}
