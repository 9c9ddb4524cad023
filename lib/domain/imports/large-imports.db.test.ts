import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Engine } from '@/db/engines/engine';
import { findClient } from '@/db/queries/clients';
import { changesOfOperations } from '@/db/queries/journal';
import { cellColumn } from '@/lib/export/imports/cell-columns';
import { writeTable } from '@/lib/export/write-table';
import { apiWords } from '@/lib/i18n/api-translator';
import { beginImport } from '@/lib/import-files';
import { driveImport } from '@/lib/import-runner';
import { checkedImport, csvOf } from '@/lib/testing/imports';
import { ctxOf } from '@/lib/testing/people';
import { clientSnapshot } from '../clients/snapshot';
import type { Ctx } from '../context';
import { verifyDatabase } from '../verify/verify-database';
import { applyImport } from './apply-import';
import { getImport } from './get-import';
import { listImportRows } from './list-rows';
import { continueApplying } from './run-import';
import { setMapping } from './set-mapping';

let ctx: Ctx;
beforeAll(async () => {
  ctx = await ctxOf('manager');
});

const names = ['last_name', 'first_name', 'middle_name', 'company', 'inn', 'mobile_phone', 'email', 'address', 'comment'] as const;

/** What spreadsheets are known to harm: signs of formulas, zeros, quotes, separators, several lines, other scripts. */
const word = fc.oneof(
  fc.constantFrom(
    'Иванов',
    '=1+1',
    '-5',
    '+7',
    '@x',
    '0042',
    'a;b',
    'a,b',
    'он сказал "да"',
    'Жан-Поль',
    '龘',
    "'апостроф",
    '1e5',
    '12.05',
    'TRUE',
  ),
  fc.string({ minLength: 1, maxLength: 12 }).map((text) => text.replace(/[\p{Cc}\p{Cs}]/gu, '').trim()),
);
const client = fc.record({
  last_name: word.filter((text) => text !== ''),
  first_name: fc.option(word, { nil: '' }),
  middle_name: fc.option(
    word.filter((text) => text !== ''),
    { nil: null },
  ),
  company: fc.option(word, { nil: '' }),
  inn: fc.constantFrom('', '0012345678', '007804000118'),
  mobile_phone: fc.constantFrom(null, '+79001234567', '+4915112345678'),
  email: fc.constantFrom(null, 'своё'),
  address: fc.option(word, { nil: '' }),
  comment: fc.option(
    fc.tuple(word, word).map((two) => two.join('\n')),
    { nil: '' },
  ),
});

let serial = 0;

test.each(['csv', 'xlsx'] as const)('clients come back from a file (%s) as they went into it', { timeout: 60_000 }, async (format) => {
  const words = apiWords('ru');
  const context = { timeZone: 'Europe/Moscow', locale: 'ru', preset: 'excel', madeAt: 0 } as const;
  await fc.assert(
    fc.asyncProperty(fc.array(client, { minLength: 1, maxLength: 20 }), async (drawn) => {
      // One address for each of them and for each run.
      const clients = drawn.map((one) => ({ ...one, email: one.email && `p${serial++}@round.example.com` }));
      async function* rows() {
        yield clients.map((one) => names.map((name) => one[name] || null));
      }
      const table = {
        title: 'Клиенты',
        columns: names.map((name) => cellColumn(name, words)),
        rows: rows(),
        totals: () => null,
        parameters: () => [],
      };
      const parts: Uint8Array[] = [];
      for await (const part of writeTable(format, table, context)) parts.push(part);
      // Nothing is looked for: the database need not be empty.
      const checked = await checkedImport(ctx, Buffer.concat(parts), { fileName: `к.${format}`, mapping: { matchBy: [] } });
      await applyImport(ctx, checked.id);
      await driveImport(ctx.db, checked.id);
      const done = await listImportRows(ctx, checked.id, { after: 0, limit: 100 });
      expect(done.map(({ kind, refusal }) => [kind, refusal])).toEqual(clients.map(() => ['new', null]));
      const { groupId } = await getImport(ctx, checked.id);
      expect(groupId).toBe(done[0]?.operationId);
      expect(await recordsOf(done.map(({ operationId }) => operationId ?? 0))).toEqual(clients);
    }),
    { numRuns: 15 },
  );
});

/** The records that operations made, as they stand. */
async function recordsOf(operationIds: number[]) {
  return ctx.db.read(async (tx) => {
    const found = [];
    for (const id of operationIds) {
      const [row] = await changesOfOperations(tx, [id]);
      const stored = await findClient(tx, row?.change.entityId ?? 0);
      found.push(stored && clientSnapshot(stored));
    }
    return found;
  });
}

/** A database whose transactions fail now and then after their work, as if the process had been killed before the commit. */
function shaky(db: Engine, failing: () => boolean): Engine {
  return {
    ...db,
    transaction: (work, options) =>
      db.transaction(async (tx) => {
        const result = await work(tx);
        if (failing()) throw new Error('killed');
        return result;
      }, options),
  };
}

test('an import that is interrupted again and again has every row once, and writes every record once', async () => {
  const rows = Array.from({ length: 900 }, (_, n) => [`Клиент${n}`, `k${n}@interrupted.example.com`]);
  const { id } = await beginImport(ctx, {
    entity: 'client',
    fileName: 'много.csv',
    content: once(csvOf([['Фамилия', 'E-mail'], ...rows])),
  });
  await setMapping(ctx, id, (await getImport(ctx, id)).mapping);
  let n = 0;
  const db = shaky(ctx.db, () => ++n % 3 === 1);
  for (let turns = 0; (await getImport(ctx, id)).state === 'checking' && turns < 50; turns++) await driveImport(db, id);
  expect(await getImport(ctx, id)).toMatchObject({ state: 'checked', rowsRead: 900, counts: { new: 900 } });
  await applyImport(ctx, id);
  for (let more = true; more; ) more = await continueApplying(db, id, () => new Date()).catch(() => true);
  expect(await getImport(ctx, id)).toMatchObject({ state: 'done', applied: 900, refused: 0 });
  const again = await checkedImport(ctx, csvOf([['Фамилия', 'E-mail'], ...rows]));
  expect(again.counts.same).toBe(900);
});

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

test('20 000 rows in bounded memory', { timeout: 240_000 }, async () => {
  const count = 20_000;
  async function* content() {
    yield Buffer.from('Фамилия;Имя;E-mail;Телефон;Комментарий\r\n');
    for (let n = 0; n < count; n++) {
      yield Buffer.from(`Фамилия${n};Имя;big${n}@example.com;+7900${String(1_000_000 + n)};${'длинный комментарий '.repeat(10)}\r\n`);
    }
  }
  const { id } = await beginImport(ctx, { entity: 'client', fileName: 'большой.csv', content: content() });
  await setMapping(ctx, id, (await getImport(ctx, id)).mapping);
  global.gc?.();
  const before = process.memoryUsage().heapUsed;
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage().heapUsed);
  }, 20);
  await driveImport(ctx.db, id);
  clearInterval(timer);
  expect(await getImport(ctx, id)).toMatchObject({ state: 'checked', rowsRead: count, counts: { new: count } });
  // The file is 10 MB, its rows with their JSON far more: they are not held together.
  expect((most - before) / 2 ** 20).toBeLessThan(150);
  const half = (await listImportRows(ctx, id, { after: count / 2, limit: 1 }))[0];
  expect(half).toMatchObject({ rowNo: count / 2 + 1 });
});

test('all is whole afterwards', async () => {
  expect((await verifyDatabase(ctx.db)).problems).toEqual([]);
});
