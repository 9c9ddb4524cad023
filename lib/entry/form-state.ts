/** What a form gets back from the server: everything typed, and what is wrong with it. Browser-safe. */
export interface FormState {
  /** By field name, `items.0.product` included. */
  values: Record<string, string>;
  errors: Record<string, string[]>;
  /** A sentence about the whole form. */
  message: string | null;
  code: string | null;
  /** The record the refusal is about. */
  id: number | null;
  /** Grows with every answer, so that a form can tell a new one. */
  attempt: number;
  /** What stands in place of the version the form was opened with. */
  stale: StaleRecord | null;
}

export interface StaleRecord {
  version: number;
  facts: { label: string; value: string }[];
  /** Both sides merged, where the form can show it. */
  offer?: MergeOffer;
}

/** What somebody saved and what was typed over it, in the visitor's words. */
export interface MergeOffer {
  title: string;
  intro: string;
  /** Heading of their values: who, and when. */
  theirs: string;
  /** What both changed; the choice comes back as `take.<key>`. */
  rows: { key: string; label: string; was: string; theirs: string; mine: string }[];
  /** What was merged without a question, each in a sentence. */
  merged: string[];
  /** Where the changes are told. */
  history: string;
}

export function freshForm(values: Record<string, string> = {}): FormState {
  return { values, errors: {}, message: null, code: null, id: null, attempt: 0, stale: null };
}
