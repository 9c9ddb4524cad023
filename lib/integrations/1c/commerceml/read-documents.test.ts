import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { commercemlDir, documentsOf, hasRealFiles, realFile, recordsOf, sourceOf, utf8 } from '../testing/files';
import { containerFile, documentXml, firstVersion, itemXml, orderOf1c8, requisites, rootXml } from '../testing/samples';
import { sentOrder } from '../testing/sent-orders';
import { CommerceMlError, cmlErrorCodes } from './cml-error';
import type { CmlDocument } from './document';
import { addDecimals } from './read-parts';
import { writeOrders } from './write-orders';
import { fitted } from './xml-text';

const documentsIn = (text: string) => documentsOf(sourceOf(utf8(text)));
const only = async (text: string) => (await documentsIn(text))[0] as CmlDocument;

/** The code of the refusal, or how many records were read. */
async function outcome(bytes: Uint8Array): Promise<string | number> {
  try {
    return (await recordsOf(sourceOf(bytes))).length;
  } catch (error) {
    if (error instanceof CommerceMlError) return error.code;
    throw error;
  }
}

describe('the order of 1C 8', () => {
  const expected = {
    id: '*5108',
    number: 'НФНФ-000012',
    version: 'AAAAAQAAAAE=',
    day: '2026-11-12',
    time: '14:05:00',
    sum: '1234.5',
    number1c: 'НФНФ-000012',
    posted: true,
    deleted: null,
  };

  test('is read with its quirks', async () => {
    const one = await only(orderOf1c8);
    expect(one).toMatchObject(expected);
    expect(one.parties.map(({ role, kind, inn }) => [role, kind, inn])).toEqual([
      ['Покупатель', 'company', '7707083893'],
      ['Продавец', 'company', ''],
    ]);
    expect(one.parties[0]).toMatchObject({ address: 'Москва, Лесная, 1', contacts: [{ value: '8 (495) 123-45-67' }, { type: 'Почта' }] });
    expect(one.items).toMatchObject([
      { id: 'a#b', sku: 'СТ-1', name: 'Стол & стул', unit: 'кг', price: '823', quantity: '1.5', sum: '1234.5', vat: 'Без НДС' },
    ]);
  });

  test('keeps requisites of goods apart from its own', async () => {
    const { requisites: own } = await only(orderOf1c8);
    expect({ ...own }).toEqual({ 'Номер по 1С': 'НФНФ-000012', 'Дата оплаты по 1С': 'T', Проведен: 'true' });
  });

  for (const encoding of ['windows-1251', 'utf-16le', 'utf-16be'] as const) {
    test(`is the same in ${encoding}`, async () => {
      const text = orderOf1c8.slice(1).replace('UTF-8', encoding.startsWith('utf-16') ? 'utf-16' : encoding);
      const bytes = iconv.encode(text, encoding, { addBOM: encoding !== 'windows-1251' });
      for (const piece of [1, 7, 100_000]) expect((await documentsOf(sourceOf(bytes, piece)))[0]).toMatchObject(expected);
    });
  }

  test('is the same with prefixed names', async () => {
    const text = orderOf1c8.replace('xmlns=', 'xmlns:c=').replace(/<(\/?)(?=[А-Я])/g, '<$1c:');
    expect(await only(text)).toMatchObject(expected);
  });
});

test('containers say which order a payment is for', async () => {
  const found = await documentsIn(containerFile);
  expect(found.map(({ id, operation, base, sum }) => [id, operation, base, sum])).toEqual([
    ['o-1', 'Заказ товара', '', '100'],
    ['p-1', 'Выплата безналичных денег', 'o-1', '60'],
    ['s-1', 'Отпуск товара', '8', ''],
  ]);
});

test('documents that hang on another one follow it', async () => {
  const child = documentXml({ id: 'p', operation: 'Эквайринговая операция', sum: '5' }).replaceAll('Документ>', 'ПодчиненныйДокумент>');
  const found = await documentsIn(rootXml(documentXml({ id: 'o', more: `<ПодчиненныеДокументы>${child}</ПодчиненныеДокументы>` })));
  expect(found.map(({ position, id, base }) => [position, id, base])).toEqual([
    [1, 'o', ''],
    [2, 'p', 'o'],
  ]);
});

test('a document without goods says nothing about them, with an empty list it says there are none', async () => {
  expect((await only(rootXml(documentXml({ id: '1' })))).items).toBeNull();
  expect((await only(rootXml(documentXml({ id: '1', items: '' })))).items).toEqual([]);
});

test('counterparties at the root are read', async () => {
  const text = rootXml(
    '<Контрагенты><Контрагент><Ид>k</Ид><Наименование>Иванов</Наименование><Фамилия>Иванов</Фамилия></Контрагент></Контрагенты>',
  );
  expect(await recordsOf(sourceOf(utf8(text)))).toMatchObject([{ kind: 'party', party: { id: 'k', kind: 'person', lastName: 'Иванов' } }]);
});

test('requisites named like parts of an object are read as any other', async () => {
  const { requisites: own } = await only(rootXml(`<Документ><Ид>1</Ид>${requisites({ __proto__x: '1', constructor: '2' })}</Документ>`));
  expect(Object.keys(own)).toEqual(['__proto__x', 'constructor']);
});

const refused: [why: string, text: string, code: string][] = [
  ['the first version by its structure', firstVersion, 'cml_version1'],
  ['the first version by its number', rootXml('', 'ВерсияСхемы="1.05"'), 'cml_version1'],
  ['a DOCTYPE', rootXml('').replace('?>', '?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'), 'cml_doctype'],
  ['another file of XML', '<html><body/></html>', 'cml_foreign'],
  ['no XML', 'id;name\n1;2', 'cml_malformed'],
  ['nothing', '', 'cml_empty'],
  ['white space', ' \r\n', 'cml_empty'],
  ['tags that do not match', rootXml('<Документ><Ид>1</Документ></Ид>'), 'cml_malformed'],
  ['an entity nobody defined', rootXml('<Документ><Ид>&e;</Ид></Документ>'), 'cml_malformed'],
  ['something behind the end', `${rootXml('')}<a/>`, 'cml_malformed'],
  ['a catalogue', rootXml('<Каталог><Ид>1</Ид></Каталог>'), 'cml_no_orders'],
  ['an endless depth', rootXml(`<Документ>${'<a>'.repeat(80)}${'</a>'.repeat(80)}</Документ>`), 'cml_too_deep'],
  ['an endless text', rootXml(`<Документ><Ид>${'x'.repeat(1 << 21)}</Ид></Документ>`), 'cml_too_long'],
  ['an endless attribute', rootXml(`<Документ a="${'x'.repeat(1 << 21)}"/>`), 'cml_too_long'],
  ['an endless document', rootXml(`<Документ>${'<a/>'.repeat(200_001)}</Документ>`), 'cml_too_long'],
  ['an encoding nobody knows', '<?xml version="1.0" encoding="x-own"?><a/>', 'cml_encoding'],
];

for (const [why, text, code] of refused) {
  test(`${why} is refused`, async () => expect(await outcome(utf8(text))).toBe(code));
}

test('bytes that are not of the declared encoding are refused', async () => {
  expect(await outcome(iconv.encode(orderOf1c8.slice(1), 'windows-1251'))).toBe('cml_encoding');
});

test('an empty file of exchange is fine', async () => expect(await outcome(utf8(rootXml('')))).toBe(0));

test('a file cut off anywhere is refused with a code', async () => {
  for (const bytes of [utf8(orderOf1c8), iconv.encode(orderOf1c8.slice(1).replace('UTF-8', 'windows-1251'), 'windows-1251')]) {
    const end = Buffer.from(bytes).lastIndexOf('>') + 1;
    for (let length = 0; length < end; length++)
      expect(cmlErrorCodes, `cut at ${length}`).toContain(await outcome(bytes.subarray(0, length)));
    expect(await outcome(bytes.subarray(0, end))).toBe(1);
  }
});

test('a flipped bit makes a code or a whole file, never an accident', async () => {
  const bytes = utf8(orderOf1c8);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: bytes.length * 8 - 1 }), async (bit) => {
      const damaged = Uint8Array.from(bytes);
      damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const found = await outcome(damaged);
      expect(typeof found === 'string' ? cmlErrorCodes : [0, 1]).toContain(found);
    }),
    { numRuns: 400 },
  );
});

test('what is written here is read again', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(sentOrder, { maxLength: 3 }),
      fc.constantFrom('2.08', '3.1'),
      fc.boolean(),
      async (orders, schemaVersion, wide) => {
        const bytes = writeOrders(orders, { schemaVersion, encoding: wide ? 'utf-8' : 'windows-1251', made: '2026-11-12T18:00:00' });
        const found = await documentsOf(sourceOf(bytes, 997));
        const read = (text: string, max: number) => fitted(text, max).trim();
        expect(found.map(({ id, number, day, sum, comment, deleted }) => [id, number, day, sum, comment, deleted])).toEqual(
          orders.map((one) => [
            one.id,
            one.number,
            one.day,
            addDecimals([String(one.totalMinor / 100)]),
            read(one.comment, 3000),
            one.deleted,
          ]),
        );
        expect(found.map(({ items }) => items?.map(({ name, sku }) => [name, sku]))).toEqual(
          orders.map(({ lines }) => lines.map((line) => [read(line.name, 255), read(line.sku, 255)])),
        );
        expect(found.map(({ items }) => addDecimals(items?.map(({ sum }) => sum) ?? []))).toEqual(found.map(({ sum }) => sum));
      },
    ),
    { numRuns: 60 },
  );
});

test('numbers are read by the declared sign as far as they agree with it', async () => {
  const sumOf = async (text: string, mark?: string) =>
    (await only(rootXml(documentXml({ id: '1', sum: text, items: itemXml('x', text, '1', text) }), mark && `ФорматСуммы="ЧРД=${mark}"`)))
      .sum;
  expect(await sumOf('1 234,50', ',')).toBe('1234.5');
  expect(await sumOf('1.234,50', ',')).toBe('1234.5');
  expect(await sumOf('231.74', ',')).toBe('231.74');
  expect(await sumOf('1.234', ',')).toBe('1.234');
  expect(await sumOf('231,74', '.')).toBe('231.74');
  expect(await sumOf('1,234.50', '.')).toBe('1234.5');
  expect(await sumOf('231.7400')).toBe('231.74');
  expect(await sumOf('много')).toBe('');
});

// Planned only where they are at hand.
const plannedWithFiles = hasRealFiles ? describe : undefined;

plannedWithFiles?.(`the real files in ${commercemlDir}`, () => {
  test('what 1C sends back', async () => {
    const [one, ...more] = await documentsOf(realFile('orders-offdoc-1c-to-site-2.03-cp1251.xml'));
    expect(more).toEqual([]);
    expect(one).toMatchObject({ id: '20', number: '20', day: '2007-10-16', time: '15:40:40', sum: '9683.42', comment: '' });
    expect(one?.items?.map(({ id, price, sum, service }) => [id, price, sum, service])).toEqual([
      ['ORDER_DELIVERY', '348', '348', true],
      ['cbcf498f-55bc-11d9-848a-00112f43529a', '9335.42', '9335.42', false],
    ]);
    expect(one?.requisites['Статус заказа']).toBe('[F] Доставлен');
    expect(one?.parties).toMatchObject([{ id: '1#admin#Петров Петр', lastName: 'Петров', firstName: 'Петр', address: '87698' }]);
  });

  test('what Bitrix sends', async () => {
    const found = await documentsOf(realFile('orders-bitrix-query-2.05-cp1251.xml'));
    expect(found.map(({ id, sum, items }) => [id, sum, items?.length])).toEqual(realOrders);
    for (const { sum, items } of found) if (items) expect(addDecimals(items.map((item) => item.sum))).toBe(sum);
    expect(found.map((one) => one.requisites['Статуса заказа ИД'])).toEqual(realOrders.map(() => 'N'));
  });

  test('a catalogue is told from orders', async () => {
    await expect(recordsOf(realFile('catalog-import-offdoc-2.04-utf8.xml'))).rejects.toMatchObject({ code: 'cml_no_orders' });
  });
});

/** By eye from the file: order, its sum, its lines. */
const realOrders = [
  ['132', '231.74', 1],
  ['133', '14380.58', 7],
];
