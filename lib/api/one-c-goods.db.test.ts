import { expect, test } from 'vitest';
import { getEngine } from '@/db/client';
import type { Ctx } from '@/lib/domain/context';
import { getStockByName } from '@/lib/domain/products/get-stock';
import { listProducts } from '@/lib/domain/products/list-products';
import { zipOf } from '@/lib/integrations/1c/testing/one-c-client';
import { rootXml } from '@/lib/integrations/1c/testing/samples';
import { connectOneC } from '@/lib/testing/one-c';

const ctx: Ctx = { actor: { type: 'system', name: 'test' }, source: 'system', requestId: 't', now: () => new Date(), db: getEngine() };

let n = 0;
const newMark = () => `g${Date.now()}${n++}`;

const importXml = (goods: string[]) =>
  rootXml(`<Каталог СодержитТолькоИзменения="true"><Ид>1</Ид><Товары>${goods.join('')}</Товары></Каталог>`);
const goodXml = (id: string, name: string, more = '') =>
  `<Товар><Ид>${id}</Ид><Артикул>${id}</Артикул><Наименование>${name}</Наименование><БазоваяЕдиница>шт</БазоваяЕдиница>${more}</Товар>`;
const offersXml = (offers: string[], head = '') =>
  rootXml(`<ПакетПредложений>${head}<Предложения>${offers.join('')}</Предложения></ПакетПредложений>`);
const offerXml = (id: string, price: string, rest: number) =>
  `<Предложение><Ид>${id}</Ид><Цены><Цена><ИдТипаЦены>p2</ИдТипаЦены><ЦенаЗаЕдиницу>${price}</ЦенаЗаЕдиницу></Цена></Цены>` +
  `<Остатки><Остаток><Склад><Ид>w1</Ид><Количество>${rest}</Количество></Склад></Остаток></Остатки></Предложение>`;
const dictionaries =
  '<ТипыЦен><ТипЦены><Ид>p2</Ид><Наименование>Розничная</Наименование></ТипЦены></ТипыЦен><Склады><Склад><Ид>w1</Ид><Наименование>Основной</Наименование></Склад></Склады>';

test.each([undefined, '2.10', '3.1'])('goods, prices and stock come in step by step, version %s', async (version) => {
  const connection = await connectOneC({ take_goods: 'yes', price_type: 'розничная' });
  const mark = newMark();
  const one = connection.client({ type: 'catalog', version });
  await one.checkauth();
  await one.init();
  const names = Array.from({ length: 120 }, (_, at) => `Товар ${at} ${mark}`);
  const goods = names.map((name, at) => goodXml(`${mark}-${at}`, name));
  const offers = names.map((_, at) => offerXml(`${mark}-${at}`, `${at + 1}.50`, at));
  await one.file('import.zip', await zipOf({ 'import.xml': Buffer.from(importXml(goods)) }), 500);
  await one.file('offers.xml', Buffer.from(offersXml(offers, dictionaries)), 4096);
  expect((await one.import('import.xml')).lines[0]).toBe('success');
  expect((await one.import('offers.xml')).lines[0]).toBe('success');
  const found = await listProducts(ctx, { search: mark }, { sort: 'id', limit: 500 });
  expect(found.map(({ name, priceMinor, unit }) => [name, priceMinor, unit])).toEqual(
    names.map((name, at) => [name, (at + 1) * 100 + 50, 'шт']),
  );
  const stock = (await getStockByName(ctx, [`Товар 7 ${mark}`])).get(`Товар 7 ${mark}`);
  expect(stock?.places).toEqual([{ warehouse: 'Основной', quantityMilli: 7000 }]);

  // Rests alone come later, without the names of warehouses; a good that leaves is put into the bin.
  await one.checkauth();
  await one.init();
  await one.file('rests.xml', Buffer.from(offersXml([offerXml(`${mark}-7`, '8.50', 3)])), 4096);
  expect((await one.import('rests.xml')).lines[0]).toBe('success');
  await one.file('import.xml', Buffer.from(importXml([`<Товар Статус="Удален"><Ид>${mark}-0</Ид></Товар>`])), 4096);
  expect((await one.import('import.xml')).lines[0]).toBe('success');
  expect((await getStockByName(ctx, [`Товар 7 ${mark}`])).get(`Товар 7 ${mark}`)?.places).toEqual([
    { warehouse: 'Основной', quantityMilli: 3000 },
  ]);
  expect(await listProducts(ctx, { search: mark }, { sort: 'id', limit: 500 })).toHaveLength(119);
});

test('a damaged file changes nothing, and a file of orders is no catalogue', async () => {
  const connection = await connectOneC({ take_goods: 'yes' });
  const mark = newMark();
  const one = connection.client({ type: 'catalog' });
  await one.checkauth();
  await one.init();
  const whole = importXml([goodXml(`${mark}-1`, `Стол ${mark}`), goodXml(`${mark}-2`, `Стул ${mark}`)]);
  await one.file('import.xml', Buffer.from(whole.slice(0, -40)), 4096);
  await expect(one.import('import.xml')).rejects.toThrow();
  expect(await listProducts(ctx, { search: mark }, { sort: 'id', limit: 5 })).toEqual([]);
  await one.file('orders.xml', Buffer.from(rootXml('<Документ><Ид>1</Ид></Документ>')), 4096);
  await expect(one.import('orders.xml')).rejects.toThrow(/нет товаров/);
});
