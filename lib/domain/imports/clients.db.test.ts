import { existsSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { driveBulk } from '@/lib/bulk-runner';
import { uploadPath } from '@/lib/files/uploads';
import { driveImport } from '@/lib/import-runner';
import { checkedImport, csvOf } from '@/lib/testing/imports';
import { ctxOf } from '@/lib/testing/people';
import { startBulk } from '../bulk/start-bulk';
import { createClient } from '../clients/create-client';
import { deleteClient } from '../clients/delete-client';
import { editClient } from '../clients/edit-client';
import { getClientCard } from '../clients/get-client';
import { listClients } from '../clients/list-clients';
import type { Ctx } from '../context';
import { verifyDatabase } from '../verify/verify-database';
import { applyImport } from './apply-import';
import { chooseAll, chooseRow, fixCell } from './fix-row';
import { getImport } from './get-import';
import { listImportRows } from './list-rows';

let ctx: Ctx;
let mark = '';
let n = 0;

beforeEach(async () => {
  ctx = await ctxOf('manager');
  mark = `t${Date.now()}${n++}`;
});

const header = ['Фамилия', 'Имя', 'E-mail', 'Телефон', 'ИНН', 'Комментарий'];
const rowsOf = (id: number) => listImportRows(ctx, id, { after: 0, limit: 100 });
const mail = (name: string) => `${name}.${mark}@example.com`;

async function applied(id: number) {
  await applyImport(ctx, id);
  await driveImport(ctx.db, id);
  return getImport(ctx, id);
}

async function undone(group: number | null) {
  const run = await startBulk(ctx, {
    entity: 'operation',
    selection: { group: group ?? 0 },
    action: { type: 'undo', conflicts: 'theirs' },
  });
  await driveBulk(ctx.db, run.id);
}

test('every kind of row is told, and what can be written is written as one group that is undone at once', async () => {
  const same = await createClient(ctx, { last_name: 'Такая', first_name: 'Же', email: mail('same') });
  const changed = await createClient(ctx, { last_name: 'Старая', first_name: 'Анна', email: mail('changed'), comment: 'прежний' });
  const binned = await createClient(ctx, { last_name: 'Убрана', email: mail('binned') });
  await deleteClient(ctx, { id: binned.id });
  const twins = [
    await createClient(ctx, { last_name: 'Один', inn: '7804000118' }),
    await createClient(ctx, { last_name: 'Два', inn: '7804000118' }),
  ];
  const file = csvOf([
    header,
    ['Новая', 'Мария', mail('new'), '8 (900) 123-45-67', '', ''],
    ['Такая', 'Же', mail('same'), '', '', ''],
    ['Иная', 'Анна', mail('changed'), '', '', ''],
    ['Новая', 'Двойник', mail('new'), '', '', ''],
    ['Близнец', '', '', '', '7804000118', ''],
    ['Убрана', '', mail('binned'), '', '', 'вернулась'],
    ['Ошибка', '', 'не адрес', '123', '', ''],
    ['', 'Безымянная', mail('nameless'), '', '', ''],
  ]);
  const checked = await checkedImport(ctx, file);
  expect(checked).toMatchObject({ state: 'checked', rowsTotal: 8, rowsRead: 8, own: false, failure: null });
  expect(checked.counts).toEqual({ new: 1, same: 1, changed: 1, duplicate: 2, binned: 1, error: 2, conflict: 0 });
  const rows = await rowsOf(checked.id);
  expect(rows.map(({ kind, rowNo, recordId }) => [rowNo, kind, recordId])).toEqual([
    [2, 'new', null],
    [3, 'same', same.id],
    [4, 'changed', changed.id],
    [5, 'duplicate', null],
    [6, 'duplicate', null],
    [7, 'binned', binned.id],
    [8, 'error', null],
    [9, 'error', null],
  ]);
  expect(rows[2]?.detail.changes).toEqual([{ field: 'last_name', now: 'Старая', file: 'Иная' }]);
  expect(rows[3]?.detail.doubles).toBe(2);
  expect(rows[4]?.detail.candidates).toEqual(twins.map(({ id }) => id));
  expect(rows[6]?.detail.problems).toEqual([
    { field: 'mobile_phone', rule: 'phone' },
    { field: 'email', rule: 'email' },
  ]);
  expect(rows[7]?.detail.problems).toEqual([{ field: 'last_name', rule: 'name_or_company' }]);

  const fixed = await fixCell(ctx, { rowId: rows[7]?.id ?? 0, field: 'last_name', text: 'Названа' });
  expect(fixed).toMatchObject({ kind: 'new', detail: { problems: [] } });
  await chooseRow(ctx, rows[4]?.id ?? 0, { action: 'apply', recordId: twins[1]?.id ?? 0 });
  expect(await chooseAll(ctx, checked.id, 'binned', { action: 'restore' })).toBe(1);
  await expect(chooseRow(ctx, rows[4]?.id ?? 0, { action: 'apply' })).rejects.toMatchObject({ code: 'validation' });
  await expect(chooseRow(ctx, rows[1]?.id ?? 0, { action: 'create' })).rejects.toMatchObject({ code: 'validation' });

  const path = uploadPath(checked.fileKey ?? '');
  expect(existsSync(path)).toBe(true);
  const done = await applied(checked.id);
  expect(done).toMatchObject({ state: 'done', toApply: 5, applied: 5, refused: 0, fileKey: null });
  expect(done.file).toMatchObject({ made: { created: 2, edited: 2, restored: 1 }, sample: [] });
  expect(existsSync(path)).toBe(false);
  expect((await getClientCard(ctx, changed.id)).client).toMatchObject({ lastName: 'Иная', firstName: 'Анна', comment: 'прежний' });
  expect((await getClientCard(ctx, twins[1]?.id ?? 0)).client).toMatchObject({ lastName: 'Близнец', version: 2 });
  expect((await getClientCard(ctx, binned.id)).client).toMatchObject({ deletedAt: null, comment: 'вернулась' });
  const [made] = await listClients(ctx, { search: mail('new') }, { sort: 'id', limit: 5 });
  expect(made).toMatchObject({ lastName: 'Новая', mobilePhone: '+79001234567' });

  const again = await checkedImport(ctx, file);
  expect(again.counts).toMatchObject({ same: 5, new: 0, changed: 0, conflict: 0 });

  await undone(done.groupId);
  expect((await getClientCard(ctx, changed.id)).client).toMatchObject({ lastName: 'Старая' });
  expect((await getClientCard(ctx, twins[1]?.id ?? 0)).client).toMatchObject({ lastName: 'Два' });
  expect((await getClientCard(ctx, binned.id)).client).toMatchObject({ comment: '', lastName: 'Убрана' });
  expect((await getClientCard(ctx, binned.id)).client.deletedAt).not.toBeNull();
  expect(await listClients(ctx, { search: mail('new') }, { sort: 'id', limit: 5 })).toEqual([]);
  expect((await verifyDatabase(ctx.db)).problems).toEqual([]);
});

test('a download that comes back: what was edited is taken, what somebody changed meanwhile is asked about', async () => {
  const own = ['ID', 'Версия', 'Фамилия', 'Имя', 'Телефон', 'Адрес', 'Комментарий'];
  const made = [];
  for (const last_name of ['Первая', 'Вторая', 'Третья', 'Четвёртая']) {
    made.push(await createClient(ctx, { last_name, first_name: 'Ия', address: 'Тверь', comment: 'стоит', mobile_phone: '+79001112233' }));
  }
  const [a, b, c, d] = made.map(({ id }) => id) as [number, number, number, number];
  const line = (id: number, ...rest: string[]) => [String(id), '1', ...rest];
  // Meanwhile somebody moves the second, calls the third otherwise and moves the fourth.
  await editClient(ctx, { id: b, input: { address: 'Псков' } });
  await editClient(ctx, { id: c, input: { last_name: 'Иначе', comment: 'их слово' } });
  await editClient(ctx, { id: d, input: { address: 'Орёл' } });
  const checked = await checkedImport(
    ctx,
    csvOf([
      own,
      line(a, 'Первая', 'Ия', '', 'Тверь', 'стоит'),
      line(b, 'Вторая', 'Ия', '+79001112233', 'Тверь', 'правлено'),
      line(c, 'Третья', 'Зоя', '+79001112233', 'Тверь', 'моё слово'),
      line(d, 'Четвёртая', 'Ия', '+79001112233', 'Тверь', 'стоит'),
      ['999999', '1', 'Никто', '', '', '', ''],
      ['', '', 'Новая', 'Ия', '', '', ''],
    ]),
  );
  expect(checked.own).toBe(true);
  const rows = await rowsOf(checked.id);
  expect(rows.map(({ kind }) => kind)).toEqual(['changed', 'changed', 'conflict', 'same', 'error', 'new']);
  expect(rows[0]?.detail.changes).toEqual([{ field: 'mobile_phone', now: '+79001112233', file: '' }]);
  expect(rows[1]?.detail.changes).toEqual([{ field: 'comment', now: 'стоит', file: 'правлено' }]);
  expect(rows[2]?.detail.changes).toEqual([
    { field: 'first_name', now: 'Ия', file: 'Зоя' },
    { field: 'comment', now: 'их слово', file: 'моё слово', was: 'стоит' },
  ]);
  expect(rows[4]?.detail.problems).toEqual([{ field: 'id', rule: 'import_unknown_id', params: { id: 999999 } }]);
  const done = await applied(checked.id);
  expect(done).toMatchObject({ applied: 4, refused: 0 });
  expect((await getClientCard(ctx, a)).client).toMatchObject({ mobilePhone: null, version: 2 });
  expect((await getClientCard(ctx, b)).client).toMatchObject({ address: 'Псков', comment: 'правлено' });
  expect((await getClientCard(ctx, c)).client).toMatchObject({ lastName: 'Иначе', firstName: 'Зоя', comment: 'их слово' });
  expect((await getClientCard(ctx, d)).client).toMatchObject({ address: 'Орёл', version: 2 });

  // The same file once more, the reader choosing the file's word.
  const again = await checkedImport(ctx, csvOf([own, line(c, 'Третья', 'Ия', '+79001112233', 'Тверь', 'моё слово')]));
  const [conflict] = await rowsOf(again.id);
  expect(conflict?.kind).toBe('conflict');
  await chooseRow(ctx, conflict?.id ?? 0, { fromFile: ['comment'] });
  await applied(again.id);
  expect((await getClientCard(ctx, c)).client).toMatchObject({ firstName: 'Зоя', lastName: 'Иначе', comment: 'моё слово' });
});

test('a record that is changed between the check and the writing is refused and told', async () => {
  const [one, two] = [
    await createClient(ctx, { last_name: 'Одна', email: mail('one') }),
    await createClient(ctx, { last_name: 'Другая', email: mail('two') }),
  ];
  const checked = await checkedImport(ctx, csvOf([header, ['Х', '', mail('one')], ['Ц', '', mail('two')], ['Ч', '', mail('three')]]));
  await editClient(ctx, { id: one.id, input: { last_name: 'Опередили' } });
  await editClient(ctx, { id: two.id, input: { comment: 'другое поле не мешает' } });
  await createClient(ctx, { last_name: 'Уже есть', email: mail('three') });
  const done = await applied(checked.id);
  expect(done).toMatchObject({ state: 'done', toApply: 3, applied: 1, refused: 2 });
  const refused = await listImportRows(ctx, checked.id, { refused: true, after: 0, limit: 10 });
  expect(refused.map(({ rowNo, refusal }) => [rowNo, refusal])).toEqual([
    [2, 'changed_meanwhile'],
    [4, 'changed_meanwhile'],
  ]);
  expect((await getClientCard(ctx, one.id)).client.lastName).toBe('Опередили');
  expect((await getClientCard(ctx, two.id)).client).toMatchObject({ lastName: 'Ц', comment: 'другое поле не мешает' });
});

test('a full name is parted, zeros and line ends stay, an empty cell of a foreign file leaves the value', async () => {
  const known = await createClient(ctx, { company: 'ООО Есть', email: mail('co'), inn: '0123456789', comment: 'раз\r\nдва' });
  const file = csvOf([
    ['ФИО', 'Компания', 'E-mail', 'ИНН', 'Комментарий'],
    ['Соколова Марина Андреевна', '', mail('full'), '0987654321', ''],
    ['Алиев Вагиф Рустам оглы', '', mail('oglu'), '', ''],
    ['', 'ООО Есть', mail('co'), '', 'раз\nдва'],
  ]);
  const checked = await checkedImport(ctx, file);
  expect((await rowsOf(checked.id)).map(({ kind }) => kind)).toEqual(['new', 'new', 'same']);
  await applied(checked.id);
  const [full] = await listClients(ctx, { search: mail('full') }, { sort: 'id', limit: 1 });
  expect(full).toMatchObject({ lastName: 'Соколова', firstName: 'Марина', middleName: 'Андреевна', inn: '0987654321' });
  const [oglu] = await listClients(ctx, { search: mail('oglu') }, { sort: 'id', limit: 1 });
  expect(oglu).toMatchObject({ lastName: 'Алиев', firstName: 'Вагиф', middleName: 'Рустам оглы' });
  expect((await getClientCard(ctx, known.id)).client).toMatchObject({ inn: '0123456789', version: 1 });
});

test('odd cells and headings are errors of their rows, never of the import', async () => {
  const long = 'д'.repeat(5000);
  const wide = Array.from({ length: 300 }, (_, at) => `Столбец ${long.slice(0, 100)} ${at}`);
  const checked = await checkedImport(
    ctx,
    csvOf([
      [...header, ...wide],
      [long, long, `${long}@example.com`, long, long, long],
      ['Формула', '#ССЫЛКА!', '', '', '', ''],
      ['Знак\u0007', '', '\u0001@example.com', '', '', ''],
      ['\u{1f600}', '\ud800', '', '', '', ''],
      ['Хвост', '', '', '', '', '', ...wide],
    ]),
  );
  const rows = await rowsOf(checked.id);
  expect(rows.map(({ kind }) => kind)).toEqual(['error', 'error', 'error', expect.stringMatching(/new|error/), 'new']);
  expect(rows[1]?.detail.problems).toEqual([{ field: 'first_name', rule: 'import_formula_error' }]);
  const odd = await fixCell(ctx, { rowId: rows[4]?.id ?? 0, field: 'email', text: `\u0000${long}@example.com` });
  expect(odd.kind).toBe('error');
  expect((await fixCell(ctx, { rowId: odd.id, field: 'email', text: mail('odd') })).kind).toBe('new');
  await expect(fixCell(ctx, { rowId: odd.id, field: 'id', text: '1' })).rejects.toMatchObject({ code: 'validation' });
  await applied(checked.id);
  expect(
    (
      await checkedImport(
        ctx,
        csvOf([
          [...header, ...wide],
          ['Ещё', '', mail('odd'), '', '', ''],
        ]),
      )
    ).counts.changed,
  ).toBe(1);
});

test('doubles are told anew when a row is corrected, and may be written all the same', async () => {
  const checked = await checkedImport(ctx, csvOf([header, ['А', '', mail('x')], ['Б', '', mail('x')], ['В', '', mail('x')]]));
  const [first, second, third] = await rowsOf(checked.id);
  expect([second?.detail.doubles, third?.detail.doubles]).toEqual([2, 2]);
  await fixCell(ctx, { rowId: first?.id ?? 0, field: 'email', text: mail('y') });
  expect((await rowsOf(checked.id)).map(({ kind, detail }) => [kind, detail.doubles])).toEqual([
    ['new', undefined],
    ['new', undefined],
    ['duplicate', 3],
  ]);
  await chooseRow(ctx, third?.id ?? 0, { action: 'apply' });
  await chooseRow(ctx, first?.id ?? 0, { action: 'skip' });
  expect(await applied(checked.id)).toMatchObject({ applied: 2, refused: 0, file: { made: { created: 1, edited: 1 } } });
  const [found] = await listClients(ctx, { search: mail('x') }, { sort: 'id', limit: 5 });
  expect(found).toMatchObject({ lastName: 'В', version: 2 });
});
