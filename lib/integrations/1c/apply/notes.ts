import { takingNotes } from '@/lib/domain/exchange/taken';

/** What can be said about a document of a file besides what the domain says; `exchange.notes` words each. */
export const applyNoteCodes = [
  ...takingNotes,
  'line_inexact',
  'line_unreadable',
  'too_many_lines',
  'sums_differ',
  'currency_differs',
  'status_unknown',
  'money_unreadable',
  'day_unreadable',
  'operation_unknown',
  'document_refused',
  'more_notes',
] as const;
export type ApplyNoteCode = (typeof applyNoteCodes)[number];

/** A remark about one document; `document` among its values is the number people know it by. */
export interface ApplyNote {
  code: ApplyNoteCode;
  values: Record<string, string | number>;
}

/** A document that is not taken over at all. */
export class ApplyRefusal extends Error {
  constructor(
    readonly code: ApplyNoteCode,
    readonly values: Record<string, string | number> = {},
  ) {
    super(code);
    this.name = 'ApplyRefusal';
  }
}
