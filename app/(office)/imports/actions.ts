'use server';

import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { hrefWith } from '@/components/data-table/list-url';
import { importHref } from '@/components/imports/import-url';
import { doubledColumns, mappingIn } from '@/components/imports/mapping-values';
import { delimiters } from '@/components/imports/reading-form';
import { driveBulkFor } from '@/lib/bulk-runner';
import { startBulk } from '@/lib/domain/bulk/start-bulk';
import { DomainError, type FieldIssue, isDomainError } from '@/lib/domain/errors';
import { applyImport, stopImport } from '@/lib/domain/imports/apply-import';
import { chooseAll } from '@/lib/domain/imports/fix-row';
import { getImport } from '@/lib/domain/imports/get-import';
import { importReading } from '@/lib/domain/imports/schema';
import { setMapping } from '@/lib/domain/imports/set-mapping';
import { validate } from '@/lib/domain/validate';
import { actionCtx, numberIn, press, refusalOf, typedValues } from '@/lib/entry/action';
import type { FormState } from '@/lib/entry/form-state';
import { importProblemOf } from '@/lib/entry/import-upload';
import { leaveToast } from '@/lib/entry/toast';
import { type ApiWords, apiWords } from '@/lib/i18n/api-translator';
import { changeReading } from '@/lib/import-files';
import { driveImportFor } from '@/lib/import-runner';

/** How long a page waits for an import before it shows its progress, ms. */
const patience = 400;

/** Has the file read another way; its columns are guessed anew. */
export async function rereadImportAction(data: FormData): Promise<never> {
  const id = numberIn(data, 'import') ?? 0;
  const { encoding, delimiter, sheet } = typedValues(data);
  const here = importHref(id, 'columns');
  return press(here, async (ctx) => {
    const separator = Object.entries(delimiters).find(([name]) => name === delimiter)?.[1];
    try {
      await changeReading(ctx, id, validate(importReading, { encoding, sheet, delimiter: separator }));
    } catch (error) {
      const told = importProblemOf(error);
      if (!told) throw error;
      return hrefWith(here, { problem: told.problem, row: told.row?.toString() });
    }
    return here;
  });
}

/** The same refusal with the columns called as people read them. */
function withWords(error: unknown, words: ApiWords): unknown {
  if (!isDomainError(error) || !error.details.fields) return error;
  const called = (names: string | number) => String(names).split(', ').map(words.column).join(', ');
  const fields = Object.entries(error.details.fields).map(([name, issues]): [string, FieldIssue[]] => [
    name,
    issues.map(({ rule, values }) => ({ rule, ...(values?.fields ? { values: { fields: called(values.fields) } } : { values }) })),
  ]);
  return new DomainError(error.code, { ...error.details, fields: Object.fromEntries(fields) });
}

/** Why a mapping was not taken, at the columns it is about. */
async function mappingErrors(error: unknown, values: Record<string, string>, previous: FormState): Promise<FormState> {
  const refusal = await refusalOf(withWords(error, apiWords(await getLocale())));
  const message = refusal.errors.columns?.join('. ') ?? (refusal.errors.matchBy ? null : refusal.message);
  return { ...refusal, message, values, stale: null, attempt: previous.attempt + 1 };
}

/** What the columns mean; then the file is looked through from its beginning. */
export async function mapImportAction(previous: FormState, data: FormData): Promise<FormState> {
  const id = numberIn(data, 'import') ?? 0;
  const values = typedValues(data);
  try {
    const ctx = await actionCtx();
    const t = await getTranslations('importing');
    const { entity, file } = await getImport(ctx, id);
    const mapping = mappingIn(entity, file.headers.length, values);
    const doubled = doubledColumns(mapping);
    if (doubled.size > 0) {
      const errors = [...doubled].map(([n, first]): [string, string[]] => [`c${n}`, [t('twice', { name: file.headers[first] ?? '' })]]);
      const told = { errors: Object.fromEntries(errors), message: null, code: 'validation', id: null, stale: null };
      return { ...told, values, attempt: previous.attempt + 1 };
    }
    await setMapping(ctx, id, mapping);
    await driveImportFor(ctx.db, id, patience);
  } catch (error) {
    return mappingErrors(error, values, previous);
  }
  redirect(importHref(id, 'check'));
}

/** Other keys to find records by, from the page of the checked rows: the file is looked through once more. */
export async function matchImportAction(data: FormData): Promise<never> {
  const id = numberIn(data, 'import') ?? 0;
  const here = importHref(id, 'check');
  return press(here, async (ctx) => {
    const { entity, mapping } = await getImport(ctx, id);
    const { matchBy } = mappingIn(entity, 0, typedValues(data));
    await setMapping(ctx, id, { ...mapping, matchBy });
    await driveImportFor(ctx.db, id, patience);
    return here;
  });
}

/** Whose cells stay in all records that both sides have changed. */
export async function chooseAllAction(data: FormData): Promise<never> {
  const id = numberIn(data, 'import') ?? 0;
  const back = `${importHref(id, 'check')}?only=conflict`;
  return press(back, async (ctx) => {
    await chooseAll(ctx, id, 'conflict', { fromFile: data.get('side') === 'file' ? ['*'] : [] });
    return back;
  });
}

/** Writes what the checked file comes to. It goes on when nobody looks. */
export async function applyImportAction(data: FormData): Promise<never> {
  const id = numberIn(data, 'import') ?? 0;
  return press(importHref(id, 'check'), async (ctx) => {
    await applyImport(ctx, id);
    await driveImportFor(ctx.db, id, patience);
    const { state, fileName, applied, groupId } = await getImport(ctx, id);
    const text = (await getTranslations('importing'))('toast', { file: fileName, n: applied });
    if (state === 'done' && groupId !== null) await leaveToast({ text, group: groupId });
    return importHref(id, 'done');
  });
}

export async function stopImportAction(data: FormData): Promise<never> {
  const id = numberIn(data, 'import') ?? 0;
  return press(importHref(id, 'done'), async (ctx) => {
    await stopImport(ctx, id);
    return importHref(id, 'done');
  });
}

/** Takes a whole import back, with one word about what has changed since. */
export async function undoImportAction(data: FormData): Promise<never> {
  const id = numberIn(data, 'run') ?? 0;
  const group = numberIn(data, 'group') ?? 0;
  const conflicts = data.get('conflicts') === 'undone' ? 'undone' : 'theirs';
  return press(`/imports/${id}/undo`, async (ctx) => {
    const run = await startBulk(ctx, { entity: 'operation', selection: { group }, action: { type: 'undo', conflicts } });
    await driveBulkFor(ctx.db, run.id, patience);
    return `/bulk/${run.id}`;
  });
}
