import { isDbError } from '@/db/engines/db-error';
import { type DomainErrorDetails, type ErrorCode, isDomainError } from '@/lib/domain/errors';
import { apiWords, type ErrorKey, wordIssues } from '@/lib/i18n/api-translator';
import type { Locale } from '@/lib/i18n/locale';
import { log } from '@/lib/log';
import type { ApiResponse } from './http';

/** What the door itself refuses, before any verb is asked. */
export type DoorErrorCode =
  | 'cross_site'
  | 'method_not_allowed'
  | 'bad_body'
  | 'too_large'
  | 'unsupported_media_type'
  | 'bad_idempotency_key'
  | 'idempotency_mismatch'
  | 'idempotency_running'
  | 'conflict'
  | 'busy'
  | 'unavailable'
  | 'internal';

/** The one table of codes and statuses. */
const statuses: Record<ErrorCode | DoorErrorCode, number> = {
  validation: 400,
  items_required: 400,
  bad_body: 400,
  bad_idempotency_key: 400,
  wrong_password: 400,
  bad_setup_code: 400,
  file_not_a_table: 400,
  file_too_many_columns: 400,
  file_too_many_rows: 400,
  file_too_wide_cell: 400,
  file_too_large: 413,
  file_zip_bomb: 400,
  file_macros: 400,
  file_external_entity: 400,
  file_encrypted: 400,
  file_broken: 400,
  file_empty: 400,
  file_old_xls: 400,
  file_no_sheet: 400,
  unauthorized: 401,
  bad_credentials: 401,
  forbidden: 403,
  cross_site: 403,
  not_found: 404,
  method_not_allowed: 405,
  email_taken: 409,
  username_taken: 409,
  client_has_orders: 409,
  client_deleted: 409,
  client_merged: 409,
  merge_with_itself: 409,
  merge_deleted: 409,
  merge_nameless: 409,
  already_merged: 409,
  client_erased: 409,
  import_state: 409,
  import_erased: 409,
  changed_meanwhile: 409,
  file_gone: 409,
  last_admin: 409,
  form_already_saved: 409,
  already_set_up: 409,
  undo_conflict: 409,
  undo_impossible: 409,
  nothing_to_undo: 409,
  nothing_selected: 409,
  idempotency_running: 409,
  conflict: 409,
  stale_version: 412,
  too_large: 413,
  unsupported_media_type: 415,
  idempotency_mismatch: 422,
  too_many_attempts: 429,
  busy: 503,
  unavailable: 503,
  internal: 500,
};

/** A refusal of the door. */
export class DoorError extends Error {
  readonly door = true;
  constructor(
    readonly code: DoorErrorCode,
    readonly values: Record<string, string | number> = {},
    readonly headers: Record<string, string> = {},
  ) {
    super(code);
  }
}

export function isDoorError(error: unknown): error is DoorError {
  return error instanceof Error && 'door' in error && error.door === true;
}

interface Refusal {
  code: ErrorCode | DoorErrorCode;
  details: DomainErrorDetails;
  headers: Record<string, string>;
}

function refusalOf(error: unknown, requestId: string): Refusal {
  if (isDomainError(error)) return { code: error.code, details: error.details, headers: {} };
  if (isDoorError(error)) return { code: error.code, details: { values: error.values }, headers: error.headers };
  if (isDbError(error)) {
    if (error.kind === 'busy' || error.kind === 'full') return { code: 'busy', details: {}, headers: { 'retry-after': '1' } };
    if (error.kind === 'away')
      return { code: 'unavailable', details: { values: { reason: error.constraint || error.kind } }, headers: { 'retry-after': '5' } };
    if (error.kind === 'unique') return { code: 'conflict', details: {}, headers: {} };
  }
  log().error({ err: error, requestId }, 'request failed');
  return { code: 'internal', details: { values: { requestId } }, headers: {} };
}

function headersOf({ code, details, headers }: Refusal): Record<string, string> {
  if (code === 'unauthorized' || code === 'bad_credentials') return { 'www-authenticate': 'Bearer', ...headers };
  if (details.retryAfter !== undefined) return { 'retry-after': String(details.retryAfter), ...headers };
  return headers;
}

/** These sentences are part of the contract in every language. */
const details: Partial<Record<ErrorCode | DoorErrorCode, string>> = {
  bad_credentials: 'No active account found with the given credentials',
  unauthorized: 'Token is invalid or expired',
};

/** Any failure as the contract's JSON; what nobody expected is logged and told with one calm sentence. */
export function errorResponse(error: unknown, locale: Locale, requestId: string): ApiResponse {
  const refusal = refusalOf(error, requestId);
  const words = apiWords(locale);
  const { code } = refusal;
  const { fields, id, retryAfter, values } = refusal.details;
  const sentence = words.error(code satisfies ErrorKey, {
    fields: Object.keys(fields ?? {}).join(', '),
    seconds: retryAfter ?? 0,
    ...values,
  });
  const body = {
    success: false,
    error: sentence,
    code,
    ...(details[code] ? { detail: details[code] } : {}),
    ...(id === undefined ? {} : { id }),
    ...(values?.count === undefined ? {} : { count: values.count }),
    ...(fields ? { fields: wordIssues(words, fields) } : {}),
  };
  return {
    status: statuses[code],
    headers: { 'content-type': 'application/json; charset=utf-8', ...headersOf(refusal) },
    body: JSON.stringify(body),
  };
}
