/** A file that people bring in cannot be read. */
export type FileErrorCode =
  | 'file_not_a_table'
  | 'file_too_many_columns'
  | 'file_too_many_rows'
  | 'file_too_wide_cell'
  | 'file_too_large'
  | 'file_zip_bomb'
  | 'file_macros'
  | 'file_external_entity'
  | 'file_encrypted'
  | 'file_broken'
  | 'file_empty'
  | 'file_old_xls'
  | 'file_no_sheet'
  | 'file_gone';

/** Stable machine codes; `lib/entry/errors.ts` maps them to HTTP, `messages/*.json` words them. */
export type ErrorCode =
  | FileErrorCode
  | 'import_state'
  | 'import_erased'
  | 'changed_meanwhile'
  | 'validation'
  | 'unauthorized'
  | 'bad_credentials'
  | 'wrong_password'
  | 'too_many_attempts'
  | 'forbidden'
  | 'not_found'
  | 'email_taken'
  | 'username_taken'
  | 'client_has_orders'
  | 'client_deleted'
  | 'client_merged'
  | 'merge_with_itself'
  | 'merge_deleted'
  | 'merge_nameless'
  | 'already_merged'
  | 'client_erased'
  | 'stale_version'
  | 'items_required'
  | 'last_admin'
  | 'undo_conflict'
  | 'undo_impossible'
  | 'nothing_to_undo'
  | 'nothing_selected'
  | 'form_already_saved'
  | 'already_set_up'
  | 'bad_setup_code';

/** One broken rule of one field: a message key and its values. */
export interface FieldIssue {
  rule: string;
  values?: Record<string, string | number>;
}

/** Field name (`items.0.price`) to what is wrong with it. */
export type FieldIssues = Record<string, FieldIssue[]>;

export interface DomainErrorDetails {
  /** Values for the sentence. */
  values?: Record<string, string | number>;
  fields?: FieldIssues;
  /** The record the error is about: the client who has the e-mail. */
  id?: number;
  /** Whole seconds to wait. */
  retryAfter?: number;
}

/** A refusal the caller can act on. Recognised by `code`, since several module instances may hold this class. */
export class DomainError extends Error {
  readonly domain = true;
  constructor(
    readonly code: ErrorCode,
    readonly details: DomainErrorDetails = {},
  ) {
    super(code);
    this.name = 'DomainError';
  }
}

export function isDomainError(error: unknown): error is DomainError {
  return error instanceof Error && 'domain' in error && error.domain === true;
}

/** A `validation` error for one field. */
export function fieldError(field: string, rule: string, values?: FieldIssue['values']): DomainError {
  return new DomainError('validation', { fields: { [field]: [{ rule, values }] } });
}
