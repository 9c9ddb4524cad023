/** Why a file is refused; `exchange.notes` words each code. */
export const cmlErrorCodes = [
  'cml_empty',
  'cml_malformed',
  'cml_truncated',
  'cml_doctype',
  'cml_too_deep',
  'cml_too_long',
  'cml_encoding',
  'cml_version1',
  'cml_foreign',
  'cml_no_orders',
] as const;
export type CmlErrorCode = (typeof cmlErrorCodes)[number];

/** A file that is not read: nothing of it is applied. `values` are those of the sentence (`line`). */
export class CommerceMlError extends Error {
  constructor(
    readonly code: CmlErrorCode,
    readonly values: Record<string, string | number> = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.name = 'CommerceMlError';
  }
}
