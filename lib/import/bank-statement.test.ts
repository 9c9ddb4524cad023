import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTable } from './table-file';
import { incoming, ownAccount, statementOf } from './testing/statement';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'statement-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function read(bytes: Buffer) {
  const path = join(folder, 'kl_to_1c.txt');
  writeFileSync(path, bytes);
  const { found, rows } = await openTable(path, 'kl_to_1c.txt', {});
  const all = [];
  for await (const block of rows()) all.push(...block.map(({ no, cells }) => [no, ...cells.map(({ text }) => text)]));
  return { headers: found.headers, all };
}

const documents = [
  incoming({
    Номер: '341',
    ДатаПоступило: '21.11.2026',
    Плательщик: 'ИНН 7804000118 ООО "Ромашка"',
    ПлательщикИНН: '7804000118',
    НазначениеПлатежа: 'Оплата по заказу № 12 = полностью',
  }),
  incoming({ Номер: '9', ПлательщикСчет: ownAccount, ПолучательСчет: '40702810900000000999', Получатель: 'Поставщик' }),
  incoming({ Номер: '55', Плательщик1: 'ИП Ёлкин', НазначениеПлатежа1: 'За товар', НазначениеПлатежа2: 'по счёту 7' }),
];

test.each(['Windows', 'DOS', 'UTF-8'] as const)('the money that came in is read, in %s', async (encoding) => {
  const { headers, all } = await read(statementOf(documents, encoding));
  expect(headers).toEqual(['Номер документа', 'Дата', 'Сумма', 'Плательщик', 'ИНН плательщика', 'Назначение платежа']);
  expect(all).toEqual([
    [10, '341', '21.11.2026', '1500.00', 'ООО "Ромашка"', '7804000118', 'Оплата по заказу № 12 = полностью'],
    [31, '55', '20.11.2026', '1500.00', 'ИП Ёлкин', '', 'За товар по счёту 7'],
  ]);
});

test('a statement that breaks off anywhere is refused as a whole', async () => {
  const whole = statementOf(documents);
  // Behind the last line but its own end there is nothing to miss.
  const end = whole.length - 'КонецФайла\r\n'.length;
  for (let length = 25; length <= end; length += 7) {
    await expect(read(whole.subarray(0, length)), `cut at ${length}`).rejects.toMatchObject({ code: 'broken' });
  }
});

test('sections that are not closed, and statements without a payment, are told', async () => {
  const text = statementOf(documents, 'UTF-8').toString();
  await expect(read(Buffer.from(text.replace('КонецДокумента\r\n', '')))).rejects.toMatchObject({ code: 'broken' });
  expect((await read(statementOf([]))).all).toEqual([]);
});
