import { describe, expect, test } from 'vitest';
import { type ImportEntity, importEntities, importFields } from '../domain/imports/schema';
import { guessColumns, headerOf } from './header';
import { headerWords } from './header-words';
import type { SheetCell, SheetRow } from './sheet';

const rows = (...texts: (string | SheetCell)[][]): SheetRow[] =>
  texts.flatMap((row, at) =>
    row.length > 0 ? [{ no: at + 1, cells: row.map((cell) => (typeof cell === 'string' ? { text: cell, kind: 'text' } : cell)) }] : [],
  );
const number = (text: string): SheetCell => ({ text, kind: 'number' });

describe('headerOf', () => {
  test.each<[string, number | undefined, SheetRow[]]>([
    ['the first row', 1, rows(['Фамилия', 'Имя'], ['Щукин', 'Фёдор'])],
    [
      'behind a title and empty rows',
      5,
      rows(['Прайс-лист ООО «Роза»'], [], ['на 17.12.2024'], [], ['Товар', 'Цена', 'Чужое'], ['Роза', number('5'), 'x']),
    ],
    ['words that nobody knows', 2, rows(['Список'], ['Kolumna', 'Cena netto', 'Uwagi'], ['Róża', number('5'), 'x'])],
    ['one column', 1, rows(['E-mail'], ['a@b.ru'])],
    ['a title that is a heading elsewhere', 2, rows(['Клиент', '', ''], ['Фамилия', 'Имя', 'Телефон'], ['Щукин', 'Клиент', '1'])],
    ['no heading', undefined, rows(['a@b.ru', number('5')], ['c@d.ru', number('6')])],
    ['nothing', undefined, []],
  ])('finds it: %s', (_, no, all) => {
    expect(headerOf(all)?.no).toBe(no);
  });

  test('gives its texts on one line', () => {
    expect(headerOf(rows(['Кол-\nво', ' Цена  за ед. ', '', 'Товар']))).toEqual({ no: 1, texts: ['Кол- во', 'Цена за ед.', '', 'Товар'] });
  });

  test('looks no further than twenty rows', () => {
    expect(
      headerOf([
        ...rows(...Array.from({ length: 20 }, () => [number('1'), number('2')])),
        { no: 21, cells: rows(['Имя', 'Фамилия'])[0]?.cells ?? [] },
      ]),
    ).toBeNull();
  });
});

describe('guessColumns', () => {
  test.each<[ImportEntity, string[], (string | null)[]]>([
    [
      'client',
      ['Фамилия', 'Имя', 'Отчество', 'Моб. тел.', 'E-mail', 'ИНН', 'Адрес'],
      ['last_name', 'first_name', 'middle_name', 'mobile_phone', 'email', 'inn', 'address'],
    ],
    [
      'client',
      ['ФИО', 'Контрагент', 'Телефон', 'Почта', 'Примечание', 'Сумма'],
      ['full_name', 'company', 'mobile_phone', 'email', 'comment', null],
    ],
    ['client', ['№', 'Версия', 'ФАМИЛИЯ'], ['id', 'version', 'last_name']],
    ['client', ['№', 'Фамилия', 'Фамилия'], [null, 'last_name', null]],
    [
      'client',
      ['Last name', 'First Name', 'Phone', 'Mobile', 'Company', 'Notes'],
      ['last_name', 'first_name', null, 'mobile_phone', 'company', 'comment'],
    ],
    [
      'order',
      [
        '№ заказа',
        'Дата',
        'Покупатель',
        'Номенклатура',
        'Артикул',
        'Кол-во, шт.',
        'Ед. изм.',
        'Цена за ед., руб.',
        'Скидка (₽)',
        'Ставка НДС',
        'Сумма, руб.',
      ],
      ['external_no', 'created_at', 'client_name', 'product', 'sku', 'quantity', 'unit', 'price', 'discount', 'vat_rate', null],
    ],
    [
      'order',
      ['№ заказа', 'Внешний №', 'Версия', 'Дата создания', 'Статус', 'Срок', 'Товар', 'Количество', 'Ед.', 'Цена', 'НДС'],
      ['id', 'external_no', 'version', 'created_at', 'status', 'due_day', 'product', 'quantity', 'unit', 'price', 'vat_rate'],
    ],
    [
      'order',
      ['ID', 'Order no.', 'Customer', 'Customer e-mail', 'Item', 'Qty', 'Unit price', 'VAT, %', 'Total'],
      ['id', 'external_no', 'client_name', 'client_email', 'product', 'quantity', 'price', 'vat_rate', null],
    ],
    ['product', ['Код', 'Наименование', 'Ед.', 'Цена, ₽'], ['sku', 'name', 'unit', 'price']],
    ['product', ['SKU', 'Title', 'Unit', 'Price', 'VAT rate'], ['sku', 'name', 'unit', 'price', 'vat_rate']],
  ])('%s: %j', (entity, headers, fields) => {
    expect(guessColumns(entity, headers)).toEqual(fields);
  });

  // The headings of our own downloads, all of their columns.
  test.each<[ImportEntity, string, string]>([
    [
      'client',
      'ID;Версия;Фамилия;Имя;Отчество;Компания;Телефон;E-mail;ИНН;Адрес;Комментарий;Заказов;Сумма заказов;Долг;Последний заказ;Создан;Изменён',
      'id;version;last_name;first_name;middle_name;company;mobile_phone;email;inn;address;comment;;;;;;',
    ],
    [
      'client',
      'ID;Version;Last name;First name;Middle name;Company;Phone;E-mail;Taxpayer No.;Address;Comment;Orders;Total of orders;Owed;Last order;Created;Changed',
      'id;version;last_name;first_name;middle_name;company;mobile_phone;email;inn;address;comment;;;;;;',
    ],
    [
      'order',
      'ID;Версия;Внешний №;Создан;ID клиента;Клиент;Компания;Телефон;E-mail;Состав;Позиций;Всего единиц;Сумма;Оплачено;Долг;Статус;Срок;Описание;Автор;Изменён',
      'id;version;external_no;created_at;client_id;client_name;;client_phone;client_email;;;;;;;status;due_day;description;;',
    ],
    [
      'order',
      'ID;Version;External No.;Created;Client ID;Client;Company;Phone;E-mail;Goods;Lines;Units in all;Total;Paid;Owed;Status;Due;Description;Author;Changed',
      'id;version;external_no;created_at;client_id;client_name;;client_phone;client_email;;;;;;;status;due_day;description;;',
    ],
    [
      'order',
      'ID;Версия;Внешний №;Создан;ID клиента;Клиент;Компания;Телефон;E-mail;Статус;Срок;Описание;Строка;Товар;Артикул;Ед.;Количество;Цена;Скидка;Ставка НДС;Сумма строки;Автор',
      'id;version;external_no;created_at;client_id;client_name;;client_phone;client_email;status;due_day;description;;product;sku;unit;quantity;price;discount;vat_rate;;',
    ],
    [
      'order',
      'id;version;external_no;created_at;client_id;client_name;company;client_phone;client_email;goods;line_count;total_quantity;total_price;paid;owed;status;due_day;description;author;updated_at',
      'id;version;external_no;created_at;client_id;client_name;;client_phone;client_email;;;;;;;status;due_day;description;;',
    ],
    [
      'product',
      'ID;Версия;Товар;Артикул;Ед.;Цена;Ставка НДС;Продано за 90 дней;На сумму за 90 дней;Последний заказ;Изменён',
      'id;version;name;sku;unit;price;vat_rate;;;;',
    ],
  ])('knows our own %s: %s', (entity, headings, fields) => {
    expect(guessColumns(entity, headings.split(';'))).toEqual(fields.split(';').map((field) => field || null));
  });

  test.each(importEntities)('knows the names of the fields of a machine’s %s', (entity) => {
    expect(guessColumns(entity, importFields[entity])).toEqual(importFields[entity]);
  });

  test.each(importEntities)('has no words for what is no field of a %s', (entity) => {
    expect(importFields[entity]).toEqual(expect.arrayContaining(Object.keys(headerWords[entity])));
  });
});
