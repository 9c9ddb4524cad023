import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { getEngine } from '@/db/client';
import { uploadPath } from '@/lib/files/uploads';
import { tidyUp } from '@/lib/housekeeping';
import { driveImport } from '@/lib/import-runner';
import { checkedImport, csvOf } from '@/lib/testing/imports';
import { ctxOf } from '@/lib/testing/people';
import { createClient } from '../clients/create-client';
import { eraseClient } from '../privacy/erase-client';
import { applyImport } from './apply-import';
import { fixCell } from './fix-row';
import { getImport, listImports } from './get-import';
import { listImportRows } from './list-rows';

const file = (name: string) =>
  csvOf([
    ['Фамилия', 'E-mail'],
    [name, `${name}@example.com`],
  ]);

test('an erasure ends what is under way and leaves no row, sample or file of any import', async () => {
  const ctx = await ctxOf('admin');
  const { id: client } = await createClient(ctx, { last_name: 'Жаворонкова' });
  const finished = await checkedImport(ctx, file('Zhavoronkova'));
  await applyImport(ctx, finished.id);
  await driveImport(ctx.db, finished.id);
  const open = await checkedImport(ctx, file('Жаворонкова'));
  const path = uploadPath(open.fileKey ?? '');
  await eraseClient(ctx, { id: client });
  await driveImport(ctx.db, open.id);
  expect(existsSync(path)).toBe(false);
  expect(await getImport(ctx, open.id)).toMatchObject({ state: 'failed', failure: 'import_erased', fileKey: null, file: { sample: [] } });
  expect(await getImport(ctx, finished.id)).toMatchObject({ state: 'done', failure: null, applied: 1, file: { made: { created: 1 } } });
  for (const { id } of await listImports(ctx, { limit: 10 })) expect(await listImportRows(ctx, id, { after: 0, limit: 10 })).toEqual([]);
  await expect(applyImport(ctx, open.id)).rejects.toMatchObject({ code: 'import_state' });
  await expect(fixCell(ctx, { rowId: 1, field: 'email', text: '' })).rejects.toMatchObject({ code: 'not_found' });
});

test('an import that nobody goes on with ends after 30 days, and rows are kept no longer', async () => {
  const ctx = await ctxOf('admin');
  const open = await checkedImport(ctx, file('Забытый'));
  const path = uploadPath(open.fileKey ?? '');
  const inDays = (days: number) => new Date(Date.now() + days * 24 * 3_600_000);
  await tidyUp(getEngine(), inDays(29));
  expect((await getImport(ctx, open.id)).counts.new).toBe(1);
  await tidyUp(getEngine(), inDays(31));
  await driveImport(ctx.db, open.id);
  const after = await getImport(ctx, open.id);
  expect([after.state, after.counts.new, existsSync(path)]).toEqual(['stopped', 0, false]);
});
