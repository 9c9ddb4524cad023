import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { importFields } from '@/lib/domain/imports/schema';
import { env } from '@/lib/env';
import { guessColumns } from '@/lib/import/header';
import { openTable } from '@/lib/import/table-file';
import { driveImport } from '@/lib/import-runner';
import { call } from '@/lib/testing/api';
import { csvOf } from '@/lib/testing/imports';
import { ctxOf } from '@/lib/testing/people';

const header = ['Фамилия', 'Имя', 'E-mail', 'Телефон'];
const csv = { contentType: 'text/csv' };

beforeAll(async () => {
  await call('POST', '/api/clients/add/', { first_name: 'Анна', last_name: 'Старая', email: 'anna@example.com' });
});

const upload = (bytes: Uint8Array, query = '?entity=client&name=%D0%9A.csv', contentType = csv.contentType) =>
  call('POST', `/api/imports/${query}`, undefined, { raw: { contentType, bytes }, as: 'manager' });

async function drive(id: unknown): Promise<Record<string, unknown>> {
  await driveImport((await ctxOf('admin')).db, Number(id));
  return (await call('GET', `/api/imports/get/${id}/`)).json.import as Record<string, unknown>;
}

test('200 a file is uploaded as the body, mapped, looked at, applied and undone', async () => {
  const began = await upload(
    csvOf([header, ['Новая', 'Ия', 'new@example.com', ''], ['Иная', 'Анна', 'anna@example.com', ''], ['', '', '', '1']]),
  );
  expect([began.status, began.json]).toEqual([200, { success: true, id: expect.any(Number), state: 'uploaded' }]);
  const { id } = began.json;
  expect((await call('GET', `/api/imports/get/${id}`)).json.import).toMatchObject({
    state: 'uploaded',
    file: { name: 'К.csv', encoding: 'utf-8', delimiter: ';', headers: header, sheets: [] },
    mapping: { columns: ['last_name', 'first_name', 'email', 'mobile_phone'], match_by: ['email', 'mobile_phone'] },
    rows: { total: 3, read: 0 },
  });
  expect((await call('POST', `/api/imports/mapping/${id}/`, {}, { as: 'manager' })).status).toBe(200);
  expect(await drive(id)).toMatchObject({
    state: 'checked',
    rows: { total: 3, read: 3 },
    counts: { new: 1, changed: 1, error: 1, same: 0, duplicate: 0, binned: 0, conflict: 0 },
  });
  const problems = await call('GET', `/api/imports/rows/${id}/`, undefined, { headers: { 'accept-language': 'en' } });
  expect(problems.json.rows).toMatchObject([
    {
      row: 4,
      kind: 'error',
      cells: { mobile_phone: '1' },
      problems: [{ field: 'mobile_phone', rule: 'phone', error: expect.stringContaining('elephone') }],
    },
  ]);
  const changed = await call('GET', `/api/imports/rows/${id}/?kind=changed&limit=1`);
  expect(changed.json.rows).toMatchObject([{ row: 3, changes: [{ field: 'last_name', now: 'Старая', file: 'Иная' }] }]);
  const key = { 'idempotency-key': 'apply-once' };
  for (const _ of [1, 2]) expect((await call('POST', `/api/imports/apply/${id}/`, {}, { as: 'manager', headers: key })).status).toBe(200);
  const done = await drive(id);
  expect(done).toMatchObject({ state: 'done', apply: { total: 2, applied: 2, refused: 0, created: 1, edited: 1, restored: 0 } });
  const again = await call('POST', `/api/imports/apply/${id}/`, {});
  expect([again.status, again.json.code]).toEqual([409, 'import_state']);
});

test('200 a form with the file in it', async () => {
  const form = new FormData();
  form.set('entity', 'client');
  form.set('file', new File([new Uint8Array(csvOf([header, ['Форма', '', '', '']]))], 'форма.csv'));
  const request = new Request('http://test/', { method: 'POST', body: form });
  const reply = await upload(new Uint8Array(await request.arrayBuffer()), '', request.headers.get('content-type') ?? '');
  expect(reply.status).toBe(200);
});

test.each(['csv', 'xlsx'])('200 the template (%s) is a file whose columns are all understood, in both languages', async (format) => {
  for (const lang of ['ru', 'en'])
    for (const entity of ['client', 'order', 'product'] as const) {
      const template = await call('GET', `/api/imports/template/?entity=${entity}&format=${format}&lang=${lang}`, undefined, {
        as: 'manager',
      });
      expect([template.status, template.headers['content-disposition']]).toEqual([
        200,
        `attachment; filename="${entity}_template.${format}"`,
      ]);
      const path = join(env().DATA_DIR, `template.${format}`);
      writeFileSync(path, template.bytes);
      const { found } = await openTable(path, path, {});
      const wanted = importFields[entity].filter((field) => !['id', 'version', 'full_name', 'client_id'].includes(field));
      expect(guessColumns(entity, found.headers)).toEqual(wanted);
    }
  if (format === 'xlsx') return;
  const { bytes } = await call('GET', `/api/imports/template/?entity=client&format=${format}`);
  const { id } = (await upload(bytes)).json;
  await call('POST', `/api/imports/mapping/${id}/`);
  expect(await drive(id)).toMatchObject({ counts: { new: 1, error: 0 } });
});

test('200 bad rows come back with their reasons, and go once they are put right', async () => {
  const { id } = (await upload(csvOf([header, ['Плохая', 'Ия', 'не адрес', '12'], ['Хорошая', '', '', '']]))).json;
  await call('POST', `/api/imports/mapping/${id}/`);
  await drive(id);
  const bad = await call('GET', `/api/imports/bad/${id}/?format=csv`, undefined, { headers: { 'accept-language': 'ru' } });
  const [titles, row, ...more] = bad.text.trim().split('\r\n');
  expect([titles, more]).toEqual(['Фамилия;Имя;E-mail;Телефон;Строка файла;Что не так', []]);
  expect(row).toMatch(/^Плохая;Ия;не адрес;"?12"?;2;.*Телефон: .*E-mail: /);
  const again = (await upload(Buffer.from(bad.text.replace('не адрес', 'a@example.com').replace(';12;', ';+79001234567;')))).json;
  await call('POST', `/api/imports/mapping/${again.id}/`);
  expect(await drive(again.id)).toMatchObject({ counts: { new: 1, error: 0 } });
});

test('400 the mapping names what is wrong with it', async () => {
  const { id } = (await upload(csvOf([header, ['А', '', '', '']]))).json;
  const bad = await call('POST', `/api/imports/mapping/${id}/`, { columns: ['last_name', 'last_name', 'price'], match_by: ['address'] });
  expect([bad.status, Object.keys(bad.json.fields as object)]).toEqual([400, ['columns', 'matchBy']]);
  const nameless = await call('POST', `/api/imports/mapping/${id}/`, { columns: ['address'], match_by: [] });
  expect(nameless.json.fields).toMatchObject({ columns: [expect.stringContaining('last_name')] });
});

test('400 what is no table is refused with a sentence, and nothing stays on the disk', async () => {
  const folder = join(env().DATA_DIR, 'imports');
  const before = readdirSync(folder).length;
  const cases: [string, Uint8Array][] = [
    ['file_not_a_table', Buffer.from('%PDF-1.7 …')],
    ['file_empty', Buffer.from('   ')],
    ['file_empty', csvOf([header])],
    ['file_broken', Buffer.from('Фамилия;Имя\r\n"Иванов;Пётр\r\n')],
    ['file_not_a_table', zipSync({ 'note.txt': Buffer.from('text') })],
  ];
  for (const [code, bytes] of cases) {
    const reply = await upload(bytes);
    expect([reply.status, reply.json.code, reply.json.error]).toEqual([400, code, expect.stringMatching(/[.]$/)]);
  }
  expect(readdirSync(folder).length).toBe(before);
});

test('400, 403, 404, 415: no entity, a viewer, no such import, another type', async () => {
  expect((await upload(csvOf([header]), '')).json.fields).toHaveProperty('entity');
  expect(
    (await call('POST', '/api/imports/?entity=client', undefined, { as: 'viewer', raw: { ...csv, bytes: csvOf([header]) } })).status,
  ).toBe(403);
  for (const verb of ['mapping', 'apply', 'stop']) expect((await call('POST', `/api/imports/${verb}/999999/`, {})).status).toBe(404);
  const typed = await upload(csvOf([header]), '?entity=client', 'image/png');
  expect([typed.status, typed.json.error]).toEqual([415, expect.stringContaining('text/csv')]);
});

test('413 a file past the limit is refused while it comes, and nothing stays', async () => {
  const limit = env().IMPORT_LIMIT_MB;
  env().IMPORT_LIMIT_MB = 1;
  try {
    const before = readdirSync(join(env().DATA_DIR, 'imports')).length;
    const reply = await upload(Buffer.alloc(1024 * 1024 + 1, 'а;б\n'));
    expect([reply.status, reply.json.code]).toEqual([413, 'file_too_large']);
    expect(readdirSync(join(env().DATA_DIR, 'imports')).length).toBe(before);
  } finally {
    env().IMPORT_LIMIT_MB = limit;
  }
});
