import { beforeAll, expect, test } from 'vitest';
import { driveBulk } from '@/lib/bulk-runner';
import { driveImport } from '@/lib/import-runner';
import { call } from '@/lib/testing/api';
import { hostileClients } from '@/lib/testing/hostile-clients';
import { checkedImport } from '@/lib/testing/imports';
import { ctxOf } from '@/lib/testing/people';
import { startBulk } from '../bulk/start-bulk';
import { createClient } from '../clients/create-client';
import { getClientCard } from '../clients/get-client';
import { listClients } from '../clients/list-clients';
import type { Ctx } from '../context';
import { applyImport } from './apply-import';
import { getImport } from './get-import';
import { listImportRows } from './list-rows';

let ctx: Ctx;
beforeAll(async () => {
  ctx = await ctxOf('admin');
});

const rowsOf = (id: number) => listImportRows(ctx, id, { after: 0, limit: 100 });
const file = (...cards: string[][]) =>
  Buffer.from(cards.flatMap((card) => ['BEGIN:VCARD', 'VERSION:3.0', ...card, 'END:VCARD', '']).join('\r\n'));

test('cards are looked through, written as one group, and undone', async () => {
  const known = await createClient(ctx, { last_name: 'Прежняя', first_name: 'Анна', email: 'known@example.com' });
  const content = file(
    ['N:Новая;Мария;;;', 'FN:Мария Новая', 'ORG:ООО Ромашка', 'TEL;TYPE=CELL:8 (921) 555-10-22', 'EMAIL:new@example.com'],
    ['N:Прежняя;Анна;;;', 'FN:Анна Прежняя', 'EMAIL:known@example.com', 'NOTE:звонить\\nпосле обеда'],
    ['N:Новая;Мария;;;', 'FN:Мария Новая', 'EMAIL:new@example.com'],
    ['N:Плохая;;;;', 'FN:Плохая', 'EMAIL:не адрес'],
  );
  const found = await checkedImport(ctx, content, { fileName: 'контакты.vcf' });
  expect((await rowsOf(found.id)).map(({ kind }) => kind)).toEqual(['new', 'changed', 'duplicate', 'error']);
  await applyImport(ctx, found.id);
  await driveImport(ctx.db, found.id);
  const done = await getImport(ctx, found.id);
  expect(done).toMatchObject({ state: 'done' });
  const [created] = await listClients(ctx, { search: 'new@example.com' }, { sort: 'id', startId: 0, limit: 1 });
  const made = created?.id ?? 0;
  expect((await getClientCard(ctx, made)).client).toMatchObject({ lastName: 'Новая', company: 'ООО Ромашка', mobilePhone: '+79215551022' });
  expect((await getClientCard(ctx, known.id)).client.comment).toBe('звонить\nпосле обеда');
  const run = await startBulk(ctx, {
    entity: 'operation',
    selection: { group: done.groupId ?? 0 },
    action: { type: 'undo', conflicts: 'theirs' },
  });
  await driveBulk(ctx.db, run.id);
  expect((await getClientCard(ctx, known.id)).client.comment).toBe('');
  expect((await getClientCard(ctx, made)).client.deletedAt).not.toBeNull();
});

test.each(['3.0', '4.0'])('our own cards of version %s, brought back, change nothing', async (version) => {
  if (version === '3.0') await hostileClients(ctx);
  const { bytes, status, headers } = await call('GET', `/api/exports/clients/?format=vcf&version=${version}`);
  expect([status, headers['content-type']]).toEqual([200, 'text/vcard; charset=utf-8']);
  const found = await checkedImport(ctx, Buffer.from(bytes), { fileName: 'clients.vcf', mapping: { matchBy: ['email'] } });
  const kinds = (await rowsOf(found.id)).map(({ kind, detail }) => [kind, JSON.stringify(detail.changes), JSON.stringify(detail.problems)]);
  expect(kinds.length).toBeGreaterThan(14);
  expect(kinds.filter(([kind]) => kind !== 'same')).toEqual([]);
});

test('400 for what a download cannot be written as', async () => {
  for (const path of ['orders/?format=vcf', 'clients/?format=hledger', 'clients/?format=vcf&version=2.1', 'products/?format=vcf'])
    expect((await call('GET', `/api/exports/${path}`)).status, path).toBe(400);
});
