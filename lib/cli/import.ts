import { createReadStream, createWriteStream } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import type { Ctx } from '@/lib/domain/context';
import { isDomainError } from '@/lib/domain/errors';
import { applyImport, stopImport } from '@/lib/domain/imports/apply-import';
import { getImport, type ImportView } from '@/lib/domain/imports/get-import';
import { type ImportEntity, importEntities, rowKinds } from '@/lib/domain/imports/schema';
import { setMapping } from '@/lib/domain/imports/set-mapping';
import type { Role } from '@/lib/domain/permissions';
import { getSettings } from '@/lib/domain/settings/get-settings';
import { listUsers } from '@/lib/domain/users/list-users';
import { usernameKey } from '@/lib/domain/users/write-user';
import { badRowsTable } from '@/lib/export/imports/bad-rows';
import { writeTable } from '@/lib/export/write-table';
import { apiWords, type ErrorKey } from '@/lib/i18n/api-translator';
import { beginImport } from '@/lib/import-files';
import { driveImport } from '@/lib/import-runner';
import { CommandError, runCommand } from './command';
import { progressLine } from './progress';

const usage = 'npm run import -- client|order|product FILE [--dry-run] [--match id,email,phone,inn] [--as USER]';

/** Pause between two looks at how far it has come, ms. */
const pause = 200;

/** Short names of keys. */
const short: Record<string, string> = { phone: 'mobile_phone' };

function entityOf(given: string): ImportEntity {
  const entity = importEntities.find((known) => given === known || given === `${known}s`);
  if (!entity) throw new CommandError(usage);
  return entity;
}

/** Records have somebody who brought them in: the named user, or the first administrator. */
async function inTheNameOf(ctx: Ctx, name: string | undefined): Promise<Ctx> {
  const users = (await listUsers(ctx)).filter(({ disabledAt }) => disabledAt === null).sort((a, b) => a.id - b.id);
  const user = users.find((known) => (name === undefined ? known.role === 'admin' : known.usernameKey === usernameKey(name)));
  if (!user) throw new CommandError(name === undefined ? 'There is no administrator yet.' : `There is no user ${name}.`);
  return { ...ctx, actor: { type: 'user', id: user.id, name: user.displayName, role: user.role as Role, sessionId: '' } };
}

/** Carries an import on to where it waits for somebody, with a bar that tells how far it is. */
async function carryOn(ctx: Ctx, id: number, what: string, share: (view: ImportView) => [done: number, all: number]): Promise<ImportView> {
  const { step, end } = progressLine(what);
  let ended = false;
  const driving = driveImport(ctx.db, id).finally(() => {
    ended = true;
  });
  while (!ended) {
    step(...share(await getImport(ctx, id)));
    await Promise.race([driving, new Promise((done) => setTimeout(done, pause))]);
  }
  end();
  const view = await getImport(ctx, id);
  if (view.failure !== null) throw new CommandError(apiWords('ru').error(view.failure as ErrorKey, { row: 0 }));
  // Another process has taken it over, or the database was away.
  return view.state === 'checking' || view.state === 'applying' ? carryOn(ctx, id, what, share) : view;
}

async function writeBadRows(ctx: Ctx, id: number, path: string): Promise<void> {
  const { timeZone } = await getSettings(ctx.db);
  const context = { timeZone, locale: 'ru', preset: 'excel', madeAt: ctx.now().getTime() } as const;
  await pipeline(
    Readable.from(writeTable('csv', await badRowsTable(ctx, id, 'ru'), context), { objectMode: false }),
    createWriteStream(path),
  );
}

await runCommand(async (shell, args) => {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean' }, match: { type: 'string' }, as: { type: 'string' } },
  });
  const [name, file, ...more] = positionals;
  if (!name || !file || more.length > 0) throw new CommandError(usage);
  const ctx = await inTheNameOf(shell, values.as);
  const { id } = await beginImport(ctx, { entity: entityOf(name), fileName: basename(file), content: createReadStream(file) });
  const { mapping } = await getImport(ctx, id);
  const matchBy = values.match === undefined ? mapping.matchBy : values.match.split(',').map((key) => short[key] ?? key);
  await setMapping(ctx, id, { ...mapping, matchBy }).catch(async (error: unknown) => {
    // Nobody would go on with it.
    if (isDomainError(error)) await stopImport(ctx, id).then(() => driveImport(ctx.db, id));
    throw error;
  });
  const { counts } = await carryOn(ctx, id, 'Looking the file through', ({ rowsRead, rowsTotal }) => [rowsRead, rowsTotal]);
  process.stdout.write(`${rowKinds.map((kind) => `${kind} ${counts[kind]}`).join(', ')}\n`);
  const doing = counts.new + counts.changed + counts.conflict > 0 && !values['dry-run'];
  if (doing) await applyImport(ctx, id);
  else await stopImport(ctx, id);
  const view = await carryOn(ctx, id, 'Importing', ({ applied, refused, toApply }) => [applied + refused, toApply]);
  const { created, edited, restored } = view.file.made;
  if (doing) process.stdout.write(`Created ${created}, changed ${edited}, restored ${restored}, refused ${view.refused}\n`);
  if (counts.error + counts.duplicate + view.refused === 0) return 0;
  await writeBadRows(ctx, id, `${file}.errors.csv`);
  process.stdout.write(`Rows that were not taken in, with the reasons: ${file}.errors.csv\n`);
  return 1;
});
