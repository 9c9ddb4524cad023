import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { env } from '@/lib/env';
import { databaseMark } from '@/lib/files/folder';
import { OneCFailure, zipOf } from '@/lib/integrations/1c/testing/one-c-client';
import { documentXml, firstVersion, rootXml } from '@/lib/integrations/1c/testing/samples';
import { connectOneC, type TestConnection } from '@/lib/testing/one-c';

/** Payments that no order here knows: each is a remark, and none changes anything. */
function paymentsXml(count: number): string {
  const documents = Array.from({ length: count }, (_, n) =>
    documentXml({ id: `p-${n}`, operation: 'Выплата безналичных денег', day: '2026-11-13', sum: '60.00' }),
  );
  return rootXml(documents.join(''));
}

const bytesOf = (xml: string) => Buffer.from(xml);

/** Everything that stands in the work folder of a connection. */
function filesOf({ id }: TestConnection): string[] {
  const folder = join(env().DATA_DIR, 'exchange', `${databaseMark()}-${id}`);
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.includes('/'));
  } catch {
    return [];
  }
}

async function begun(connection: TestConnection, version = '2.10') {
  const one = connection.client({ version });
  await one.checkauth();
  await one.init();
  return one;
}

const lastOf = async (connection: TestConnection) => (await connection.journal()).at(-1);

describe('files come in', () => {
  test.each([3, 333, 4096])('200 a file and a zip in parts of %d bytes', async (part) => {
    const connection = await connectOneC();
    const one = await begun(connection);
    const xml = bytesOf(paymentsXml(part === 3 ? 1 : 30));
    await one.file('orders.xml', xml, part);
    expect(await one.import('orders.xml')).toMatchObject({ lines: expect.arrayContaining(['success']) });
    await one.file('orders.zip', await zipOf({ 'orders.xml': xml }), part);
    expect((await one.import('orders.zip')).lines[0]).toBe('success');
    expect(filesOf(connection)).toEqual([]);
    expect(await lastOf(connection)).toBe('type=sale&mode=import&filename=orders.zip ok onec_imported');
  });

  test('200 an import that was answered is answered again, and the same name may come again', async () => {
    const connection = await connectOneC();
    const one = await begun(connection);
    for (const count of [1, 2]) {
      await one.file('orders.xml', bytesOf(paymentsXml(count)));
      const first = await one.import('orders.xml');
      expect(await one.import('orders.xml')).toEqual(first);
    }
  });

  test.each([
    ['C:\\v8_8789_c.xml', 'v8_8789_c.xml'],
    ['../../x.xml', 'x.xml'],
    ['/tmp/orders.xml', 'orders.xml'],
    ['upload/1c/webdata/contragents___0f-1.xml', 'contragents___0f-1.xml'],
    ['..\\..\\..\\.bashrc', 'bashrc'],
    ['заказы 1.xml', 'заказы_1.xml'],
    ['a\u0000b;rm -rf.xml', 'a_b_rm_-rf.xml'],
    [`${'x'.repeat(300)}.xml`, `${'x'.repeat(96)}.xml`],
  ])('200 a file called %j goes by its last part', async (name, safe) => {
    const connection = await connectOneC();
    const one = await begun(connection);
    await one.file(name, bytesOf(paymentsXml(1)));
    expect(filesOf(connection).map((path) => path.split('/').at(-1))).toEqual([safe]);
    expect((await one.import(name)).lines[0]).toBe('success');
  });

  test('200 a file that is named inside a zip, whatever path it stands at there', async () => {
    const connection = await connectOneC();
    const one = await begun(connection);
    const zip = await zipOf({ 'webdata/Orders.xml': bytesOf(paymentsXml(2)), 'webdata/broken.xml': bytesOf('<a>') });
    await one.file('v8.zip', zip);
    expect((await one.import('upload/orders.xml')).lines[0]).toBe('success');
    await expect(one.import('other.xml')).rejects.toThrow('Файл other.xml не получен.');
  });

  test('200 the old flow: the last part is read at once', async () => {
    const connection = await connectOneC();
    const one = await begun(connection, '');
    expect((await one.file('orders.xml', bytesOf(paymentsXml(1))))[0]).toBe('success');
    expect((await one.file('orders.zip', await zipOf({ 'orders.xml': bytesOf(paymentsXml(1)) })))[0]).toBe('success');
    expect(await lastOf(connection)).toBe('type=sale&mode=file&filename=orders.zip ok onec_imported');
    const long = documentXml({ id: 'p', operation: 'Отпуск товара', more: `<Комментарий>${'x'.repeat(30_000)}</Комментарий>` });
    const large = bytesOf(rootXml(long.repeat(one.fileLimit / 30_000 + 1)));
    await one.file('large.xml', large);
    expect((await connection.journal()).slice(-2)).toEqual([
      'type=sale&mode=file&filename=large.xml ok onec_file_part',
      'type=sale&mode=file&filename=large.xml ok onec_imported',
    ]);
    await expect(one.file('bad.xml', bytesOf('<КоммерческаяИнформация>'))).rejects.toThrow(OneCFailure);
    expect(filesOf(connection)).toEqual([]);
  });

  test('200 what an exchange that broke off has left is told of, and does not mix with the next one', async () => {
    const connection = await connectOneC();
    const broken = await begun(connection);
    await broken.file('orders.xml', bytesOf('<half'));
    const one = connection.client();
    await one.checkauth();
    expect(await lastOf(connection)).toBe('type=sale&mode=checkauth ok onec_signed_in_unread');
    await one.init();
    await one.file('orders.xml', bytesOf(paymentsXml(1)));
    expect((await one.import('orders.xml')).lines[0]).toBe('success');
  });
});

describe('what is not taken', () => {
  test.each<[string, string, () => Promise<Uint8Array> | Uint8Array]>([
    ['a DOCTYPE', 'cml_doctype', () => bytesOf('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]><КоммерческаяИнформация/>')],
    ['CommerceML 1', 'cml_version1', () => bytesOf(firstVersion)],
    ['half a file', 'cml_truncated', () => bytesOf(paymentsXml(3).slice(0, -30))],
    ['something else', 'cml_foreign', () => bytesOf('<html></html>')],
    ['a damaged zip', 'onec_zip_broken', async () => (await zipOf({ 'a.xml': bytesOf(paymentsXml(1)) })).subarray(0, -20)],
    ['a zip without XML', 'onec_zip_empty', () => zipOf({ 'a.txt': bytesOf('a') })],
    [
      'a zip bomb',
      'onec_zip_bomb',
      () => zipOf({ 'a.xml': Buffer.concat([bytesOf('<?xml version="1.0"?><a>'), Buffer.alloc(20_000_000, ' ')]) }),
    ],
    [
      'a zip whose paths lead out',
      'onec_zip_broken',
      async () =>
        Buffer.from((await zipOf({ 'aa/aa/x.xml': bytesOf(paymentsXml(1)) })).toString('latin1').replaceAll('aa/aa', '../..'), 'latin1'),
    ],
    [
      'two files of which one is damaged',
      'cml_truncated',
      () => zipOf({ 'a.xml': bytesOf(paymentsXml(1)), 'b.xml': bytesOf(paymentsXml(1).slice(0, -9)) }),
    ],
  ])('200 %s: `failure`, again when it is asked again, and nothing stays', async (_, code, make) => {
    const connection = await connectOneC();
    const one = await begun(connection);
    await one.file('orders.xml', await make());
    await expect(one.import('orders.xml')).rejects.toThrow(/[.]$/);
    expect(await lastOf(connection)).toBe(`type=sale&mode=import&filename=orders.xml refused ${code}`);
    await expect(one.import('orders.xml')).rejects.toThrow(OneCFailure);
    expect(filesOf(connection)).toEqual([]);
  });

  test('200 an empty file, one without a name, one that never came', async () => {
    const connection = await connectOneC();
    const one = await begun(connection);
    await expect(one.file('orders.xml', Buffer.alloc(0))).rejects.toThrow('Файл для импорта пуст.');
    await expect(one.step('file', { filename: 'orders.xml' })).rejects.toThrow('Файл для импорта пуст.');
    await expect(one.file('..', bytesOf('<a/>'))).rejects.toThrow('Не указано имя файла.');
    await expect(one.import('orders.xml')).rejects.toThrow('Файл orders.xml не получен.');
    expect(filesOf(connection)).toEqual([]);
  });

  test('200 more than the limit, in one part and in several', async () => {
    const limit = env().IMPORT_LIMIT_MB;
    env().IMPORT_LIMIT_MB = 1;
    try {
      const connection = await connectOneC();
      const one = await begun(connection);
      await expect(one.file('a.xml', Buffer.alloc(1024 * 1024 + 1, 'a'))).rejects.toThrow('Файл слишком большой: больше 1 МБ.');
      await expect(one.file('a.xml', Buffer.alloc(1024 * 1024 + 1, 'a'), 300_000)).rejects.toThrow('Файл слишком большой');
    } finally {
      env().IMPORT_LIMIT_MB = limit;
    }
  });

  test('two imports never run at once: whoever asks meanwhile is told to wait', async () => {
    const connection = await connectOneC();
    const one = await begun(connection);
    await one.file('orders.xml', bytesOf(paymentsXml(100)));
    const both = await Promise.all([one.import('orders.xml'), one.import('orders.xml')]);
    expect(both[0].lines).toEqual(both[1].lines);
  });
});
