import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, test } from 'vitest';
import { sentOrder } from '../testing/sent-orders';
import { writeInfo } from './info';
import type { CmlEncoding, SentOrder } from './sent-order';
import { writeOrders } from './write-orders';

const shared = process.env.COMMERCEML_DIR ?? resolve(import.meta.dirname, '../../../../../shared/commerceml');
const hasJudge = existsSync(join(shared, 'xsd')) && spawnSync('xmllint', ['--version']).status === 0;

const scratch = mkdtempSync(join(tmpdir(), 'commerceml-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const [order] = fc.sample(sentOrder, { numRuns: 1, seed: 7 }) as [SentOrder];
const made = '2026-11-12T18:00:00';
const text = (bytes: Uint8Array, encoding: CmlEncoding = 'windows-1251') => iconv.decode(Buffer.from(bytes), encoding);

// Planned only where the schemas and their judge are at hand.
const plannedWithJudge = hasJudge ? describe : undefined;

plannedWithJudge?.('xmllint with the published schemas', () => {
  for (const version of ['2.08', '2.09', '2.10']) {
    test(`finds nothing wrong with what is written for ${version}`, () => {
      const files: string[] = [];
      const orders = fc.sample(fc.array(sentOrder, { maxLength: 4 }), { numRuns: 120, seed: Number(version.slice(2)) });
      for (const [n, some] of orders.entries()) {
        const bytes = writeOrders(some, { schemaVersion: version, encoding: n % 2 ? 'utf-8' : 'windows-1251', made });
        // The wire has no namespace, since Bitrix sends none; the schema knows no other.
        const judged = iconv
          .decode(Buffer.from(bytes), 'latin1')
          .replace(
            iconv.decode(iconv.encode('<КоммерческаяИнформация ', n % 2 ? 'utf-8' : 'windows-1251'), 'latin1'),
            (head) => `${head}xmlns="urn:1C.ru:commerceml_2" `,
          );
        const file = join(scratch, `${version}-${n}.xml`);
        writeFileSync(file, judged, 'latin1');
        files.push(file);
      }
      const verdict = spawnSync('xmllint', ['--noout', '--schema', join(shared, 'xsd', `commerceml-${version}.xsd`), ...files], {
        encoding: 'utf8',
        maxBuffer: 1 << 26,
      });
      expect(verdict.stderr.split('\n').filter((line) => line && !line.endsWith(' validates'))).toEqual([]);
      expect(verdict.status).toBe(0);
    });
  }
});

test('the lines come to the sum of the document', () => {
  fc.assert(
    fc.property(sentOrder, (one) => {
      const xml = text(writeOrders([one], { schemaVersion: '2.10', encoding: 'utf-8', made }), 'utf-8');
      const kopecks = (match: RegExpMatchArray) => Number((match[1] ?? '').replace('.', ''));
      const lines = [...xml.matchAll(/<Количество>[^<]*<\/Количество><Сумма>([^<]*)</g)].map(kopecks);
      const [whole] = [...xml.matchAll(/<Курс>1<\/Курс><Сумма>([^<]*)</g)].map(kopecks);
      expect(lines.reduce((sum, line) => sum + line, 0)).toBe(whole);
    }),
  );
});

test('characters outside of windows-1251 stand as references, those that XML cannot hold not at all', () => {
  const one = { ...order, comment: '100 ₽ «да» \u0000😀\ufffe' };
  const xml = text(writeOrders([one], { schemaVersion: '2.10', encoding: 'windows-1251', made }));
  expect(xml).toContain('encoding="windows-1251"');
  expect(xml).toContain('<Комментарий>100 &#8381; «да» &#128512;</Комментарий>');
});

test('a unit is told with its code', () => {
  const line = { ...(order.lines[0] as SentOrder['lines'][number]), unit: '' };
  const told = (unit: string) =>
    text(writeOrders([{ ...order, lines: [{ ...line, unit }] }], { schemaVersion: '2.10', encoding: 'utf-8', made }), 'utf-8');
  expect(told('')).toContain('<БазоваяЕдиница Код="796" НаименованиеПолное="Штука" МеждународноеСокращение="PCE">шт</БазоваяЕдиница>');
  expect(told('кг')).toContain('Код="166"');
  expect(told('палета')).toContain('<БазоваяЕдиница>палета</БазоваяЕдиница>');
});

test('delivery is a service', () => {
  const line = { ...(order.lines[0] as SentOrder['lines'][number]), name: 'Доставка до склада' };
  const xml = text(writeOrders([{ ...order, lines: [line] }], { schemaVersion: '2.10', encoding: 'utf-8', made }), 'utf-8');
  expect(xml).toContain('<Наименование>ТипНоменклатуры</Наименование><Значение>Услуга</Значение>');
});

test('from version 3 on every order stands in a container', () => {
  const xml = (schemaVersion: string) => text(writeOrders([order, order], { schemaVersion, encoding: 'utf-8', made }), 'utf-8');
  expect(xml('3.1').match(/<Контейнер><Документ>/g)).toHaveLength(2);
  expect(xml('2.10')).not.toContain('Контейнер');
  expect(xml('2.08')).toContain('ВерсияСхемы="2.08"');
});

test('without orders it is an empty root', () => {
  expect(text(writeOrders([], { schemaVersion: '2.10', encoding: 'utf-8', made }), 'utf-8')).toBe(
    '<?xml version="1.0" encoding="utf-8"?>\n<КоммерческаяИнформация ВерсияСхемы="2.10" ДатаФормирования="2026-11-12T18:00:00"/>\n',
  );
});

test('the dictionary of statuses begins with a Latin C, byte for byte', () => {
  const bytes = Buffer.from(writeInfo('windows-1251'));
  // `<C` Latin, then `татусы` of windows-1251.
  const name = Buffer.from([0x3c, 0x43, 0xf2, 0xe0, 0xf2, 0xf3, 0xf1, 0xfb, 0x3e]);
  expect(bytes.includes(name)).toBe(true);
  expect(bytes.includes(iconv.encode('<Статусы>', 'windows-1251'))).toBe(false);
  expect(text(bytes)).toContain('<Элемент><Ид>N</Ид><Название>В работе</Название></Элемент>');
});
