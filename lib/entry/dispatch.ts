import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { getEngine } from '@/db/client';
import { endpointTable } from '@/lib/api/table';
import type { Actor, Ctx } from '@/lib/domain/context';
import { DomainError } from '@/lib/domain/errors';
import { may } from '@/lib/domain/permissions';
import { getSettings } from '@/lib/domain/settings/get-settings';
import { validate } from '@/lib/domain/validate';
import { env } from '@/lib/env';
import { localeOfHeader } from '@/lib/i18n/locale';
import { log } from '@/lib/log';
import { authenticate } from './authenticate';
import { BodySource, type Payload, readPayload } from './body';
import type { Answer, RawCall } from './endpoint';
import { errorResponse } from './errors';
import { formInput } from './form-values';
import type { ApiRequest, ApiResponse } from './http';
import { idempotencyKeyOf, runOnce } from './idempotency';
import { routeOf } from './routing';
import { versionOfIfMatch } from './versions';

/** A caller's own id for a request, when it is printable and short; else a fresh one. */
export function requestIdOf(header: string | undefined): string {
  return header && /^[\x21-\x7e]{1,128}$/.test(header) ? header : randomUUID();
}

function inputOf(payload: Payload, schema: z.ZodType): unknown {
  return payload.kind === 'json' ? payload.value : formInput(schema, payload.entries);
}

/** Values of a query string; a repeated name is an error of that field, an unknown one is nothing. */
function queryInput(query: URLSearchParams, schema: z.ZodType): unknown {
  const input = formInput(schema, query);
  const repeated = Object.keys(input).find((name) => query.getAll(name).length > 1);
  if (repeated !== undefined) throw new DomainError('validation', { fields: { [repeated]: [{ rule: 'repeated' }] } });
  return input;
}

async function answerTo(request: ApiRequest, body: BodySource, requestId: string): Promise<Answer> {
  const { endpoint, path, id, query } = routeOf(endpointTable(), request);
  const db = getEngine();
  const now = () => new Date();
  const actor: Actor = endpoint.permission ? await authenticate(db, request, now()) : { type: 'anonymous' };
  const ctx: Ctx = { actor, source: 'api', requestId, now, db };
  if (endpoint.permission) may(ctx, endpoint.permission);
  const key = endpoint.writes ? idempotencyKeyOf(request.headers['idempotency-key']) : undefined;
  const payload: Payload =
    request.method === 'POST' && endpoint.uploads.length === 0
      ? await readPayload(body, request.headers['content-type'], env().BODY_LIMIT_BYTES)
      : { kind: 'json', value: {} };
  const raw: RawCall = {
    id,
    upload: { contentType: request.headers['content-type'] ?? '', body },
    locale: localeOfHeader(request.headers['accept-language']),
    // Calls that need no sign-in show no times, and health must answer without the database.
    timeZone: endpoint.permission ? (await getSettings(db)).timeZone : 'UTC',
    address: request.address,
    userAgent: request.headers['user-agent'] ?? '',
    header: (name) => request.headers[name],
    gone: request.gone ?? (() => new AbortController().signal),
    ifMatch: endpoint.versioned && endpoint.writes ? versionOfIfMatch(request.headers['if-match']) : undefined,
    parseBody: (schema) => validate(schema, inputOf(payload, schema)),
    parseQuery: (schema) => validate(schema, queryInput(query, schema)),
  };
  const call = endpoint.prepare(raw);
  if (key === undefined || actor.type !== 'user') return call.run(ctx);
  return runOnce(ctx, call, { userId: actor.id, method: request.method, path, key });
}

/**
 * A stream from its first piece on: what goes wrong before it is an answer like any other. No generator, since one that was
 * never asked for a piece would not pass on that it is over: the answer to a HEAD.
 */
async function begun(stream: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array>> {
  const pieces = stream[Symbol.asyncIterator]();
  let first: IteratorResult<Uint8Array> | undefined = await pieces.next();
  const next = () => {
    const taken = first;
    first = undefined;
    return taken ? Promise.resolve(taken) : pieces.next();
  };
  const end = async (): Promise<IteratorResult<Uint8Array>> => (await pieces.return?.()) ?? { done: true, value: undefined };
  return { [Symbol.asyncIterator]: () => ({ next, return: end }) };
}

async function responseOf(answer: Answer): Promise<ApiResponse> {
  if ('stream' in answer) return { status: 200, headers: answer.headers, body: await begun(answer.stream) };
  if ('file' in answer) return { status: 200, headers: answer.headers, body: answer.file };
  return {
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8', ...answer.headers },
    body: JSON.stringify(answer.json),
  };
}

/** `token/` answers its failures in the words of the system this API comes from, too. */
function withDetail(response: ApiResponse): ApiResponse {
  const body = JSON.parse(String(response.body)) as { error: string; detail?: string };
  return { ...response, body: JSON.stringify({ ...body, detail: body.detail ?? body.error }) };
}

/** Answers any request under `/api/`, whatever it is: the one implementation behind both doors. Never throws. */
export async function handleApi(request: ApiRequest): Promise<ApiResponse> {
  const started = performance.now();
  const requestId = requestIdOf(request.headers['x-request-id']);
  const body = new BodySource(request.body);
  let response: ApiResponse;
  try {
    response = await responseOf(await answerTo(request, body, requestId));
  } catch (error) {
    response = errorResponse(error, localeOfHeader(request.headers['accept-language']), requestId);
    if (/^\/api\/token(\/|\?|$)/.test(request.url)) response = withDetail(response);
  }
  const whole = await body.drain();
  const headers = {
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...response.headers,
    'x-request-id': requestId,
    ...(whole ? {} : { connection: 'close' }),
  };
  const path = request.url.split('?')[0];
  log().info({ requestId, method: request.method, path, status: response.status, ms: Math.round(performance.now() - started) }, 'api');
  return { ...response, headers };
}
