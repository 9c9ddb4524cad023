/** What was typed into a form and not saved, in this browser. */
export interface Draft {
  /** When it was kept, epoch ms. */
  at: number;
  /** Of the record the form was opened with; empty for a new one. */
  version: string;
  values: Record<string, string>;
}

/** A draft belongs to one user and one record: nobody else at this device is shown it. */
export function draftKey(userId: number, record: string): string {
  return `draft/${userId}/${record}`;
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  const { at, version, values } = value as Partial<Draft>;
  const texts = typeof values === 'object' && values !== null && Object.values(values).every((text) => typeof text === 'string');
  return typeof at === 'number' && typeof version === 'string' && texts;
}

/** The draft of a key, if there is one that can be read. */
export function readDraft(key: string): Draft | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isDraft(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether it was kept: a browser's storage may be full or forbidden, and the form goes on without it. */
export function writeDraft(key: string, draft: Draft): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept there either.
  }
}

/** Neither typed nor worth keeping: what finds the record, and what only looks for something. */
const passing = /^(id|version|intent|over|merge|client_search)$|^\$ACTION|^take\./;

/** What stands in a form, without what is empty: spare lines come and go. */
export function typedIn(form: HTMLFormElement): Record<string, string> {
  const entries = [...new FormData(form)].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '' && !passing.test(entry[0]),
  );
  return Object.fromEntries(entries);
}

/** The same values in one text, to tell whether anything differs. The form's own key says nothing about what is in it. */
export function serialOf({ form_key: _, ...values }: Record<string, string>): string {
  return JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
}
