import { randomUUID } from 'node:crypto';
import { headers } from 'next/headers';
import { redirect, unstable_rethrow } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import type { z } from 'zod';
import { isDbError } from '@/db/engines/db-error';
import { DomainError, isDomainError } from '@/lib/domain/errors';
import type { Take } from '@/lib/domain/merge/three-way';
import { validate } from '@/lib/domain/validate';
import { apiWords, type ErrorKey, wordIssues } from '@/lib/i18n/api-translator';
import { log } from '@/lib/log';
import type { FormState, StaleRecord } from './form-state';
import { keepList } from './keep-list';
import { nestedInput, withoutBlankRows } from './nested-input';
import { type PageCtx, signedInCtx } from './page';

/** Text fields of a form; Next's own hidden ones stay behind. */
export function typedValues(data: FormData): Record<string, string> {
  const entries = [...data].filter((entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].startsWith('$ACTION'));
  return withoutBlankRows(Object.fromEntries(entries));
}

/** The context of an action; `unauthorized` when the session has ended meanwhile. */
export async function actionCtx(): Promise<PageCtx> {
  const ctx = await signedInCtx();
  if (!ctx) throw new DomainError('unauthorized');
  return ctx;
}

interface Refusal {
  code: ErrorKey;
  message: string;
  errors: Record<string, string[]>;
  id: number | null;
}

/** Any failure in the visitor's language. What is no refusal – a redirect, say – goes on. */
export async function refusalOf(error: unknown): Promise<Refusal> {
  unstable_rethrow(error);
  const words = apiWords(await getLocale());
  if (isDomainError(error)) {
    const { fields = {}, values, retryAfter = 0, id = null } = error.details;
    const message = words.error(error.code, { fields: Object.keys(fields).join(', '), seconds: retryAfter, ...values });
    return { code: error.code, message, errors: wordIssues(words, fields), id };
  }
  if (isDbError(error) && (error.kind === 'busy' || error.kind === 'full' || error.kind === 'away'))
    return { code: 'busy', message: words.error('busy'), errors: {}, id: null };
  const requestId = randomUUID().slice(0, 8);
  log().error({ err: error, requestId }, 'action failed');
  return { code: 'internal', message: words.error('internal', { requestId }), errors: {}, id: null };
}

async function goOn(path: string): Promise<never> {
  redirect(keepList(path, (await headers()).get('referer')));
}

export interface Submission<S extends z.ZodObject> {
  previous: FormState;
  data: FormData;
  schema: S;
  /** Calls one verb and answers where to go. */
  run: (ctx: PageCtx, input: z.output<S>, values: Record<string, string>) => Promise<string>;
  /** What stands in place of the record, for a form that lost a race. */
  current?: (ctx: PageCtx) => Promise<StaleRecord>;
}

/** A form's way: parse, check, one verb, go on. A refusal comes back with everything typed. */
export async function submit<S extends z.ZodObject>({ previous, data, schema, run, current }: Submission<S>): Promise<FormState> {
  const values = typedValues(data);
  let path: string;
  try {
    const ctx = await actionCtx();
    path = await run(ctx, validate(schema, nestedInput(schema, values)), values);
  } catch (error) {
    const refusal = await refusalOf(error);
    const stale = refusal.code === 'stale_version' && current ? await current(await actionCtx()) : null;
    return { ...refusal, values, stale, attempt: previous.attempt + 1 };
  }
  return goOn(path);
}

/** One press of a button: a verb, then a page. A refusal is told on the page named by `back`, as `?problem=code`. */
export async function press(back: string, run: (ctx: PageCtx) => Promise<string>): Promise<never> {
  let path: string;
  try {
    path = await run(await actionCtx());
  } catch (error) {
    const { code } = await refusalOf(error);
    path = code === 'unauthorized' ? `/login?next=${encodeURIComponent(back)}` : `${back}${back.includes('?') ? '&' : '?'}problem=${code}`;
  }
  return goOn(path);
}

/** What was chosen field by field, as `take.<field>`; one's own where nothing was. */
export function takenIn(values: Record<string, string>): Take {
  return (key) => (values[`take.${key}`] === 'theirs' ? 'theirs' : 'mine');
}

/** A whole positive number of a form field, as a version or an id. */
export function numberIn(values: FormData | Record<string, string>, name: string): number | undefined {
  const text = values instanceof FormData ? values.get(name) : values[name];
  return typeof text === 'string' && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
