import { emailKeyOf } from '../clients/email';
import { parsePhone } from '../clients/phone';
import { clientFields } from '../clients/schema';
import type { Snapshot } from '../journal/fields';
import { fieldIssues } from '../validate';
import { recordNumber } from './cell-text';
import type { CellProblem, ImportMapping, RowCells } from './schema';

/** Texts of a client's fields, as a form would send them. */
export type ClientTexts = Partial<Record<ClientFieldName, string>>;
export type ClientFieldName = (typeof names)[number];

const names = ['last_name', 'first_name', 'middle_name', 'company', 'mobile_phone', 'email', 'inn', 'address', 'comment'] as const;

/** «Соколова Марина Андреевна» as its parts; what comes after the second word is all of the middle name. */
function nameParts(full: string): ClientTexts {
  const [last_name, first_name, ...rest] = full.trim().split(/\s+/);
  return { last_name, ...(first_name ? { first_name } : {}), ...(rest.length > 0 ? { middle_name: rest.join(' ') } : {}) };
}

/**
 * What a row says about a client: the columns it has. An empty cell says «nothing» in a download of our own, where it clears the
 * value; in any other file it says nothing, and the value stays. A full name counts where no part of it has a column.
 */
export function clientTexts({ fields }: RowCells, { columns }: ImportMapping, clears: boolean): ClientTexts {
  const parted = columns.some((field) => field === 'last_name' || field === 'first_name' || field === 'middle_name');
  const whole = parted ? '' : (fields.full_name ?? '');
  const texts: ClientTexts = whole.trim() === '' ? {} : nameParts(whole);
  for (const name of names) {
    const text = fields[name];
    if (text !== undefined && (clears || text.trim() !== '')) texts[name] = text;
  }
  return texts;
}

/** What a client is looked for by, as it is stored and compared; undefined where the row has none that could be stored. */
export interface ClientKeys {
  id?: number;
  email?: string;
  mobile_phone?: string;
  inn?: string;
}

export function clientKeys({ fields }: RowCells): ClientKeys {
  const { email = '', mobile_phone = '', inn = '' } = fields;
  return {
    id: recordNumber(fields.id ?? ''),
    // Nothing that could not be stored is looked for: no control characters, nothing endless.
    email: /^[^\p{Cc}\p{Cs}]{1,100}$/u.test(email.trim()) ? emailKeyOf(email.trim()) : undefined,
    mobile_phone: mobile_phone.trim() ? parsePhone(mobile_phone.trim()) : undefined,
    inn: /^(\d{10}|\d{12})$/.test(inn.trim()) ? inn.trim() : undefined,
  };
}

/**
 * Texts as the form's own rules take them, for a new client or over one who is there, and what is wrong with them; what may be
 * wrong with the client himself is not the file's.
 */
export function parseClient(texts: ClientTexts, now?: Snapshot) {
  const named = now ? { last_name: now.last_name, company: now.company } : {};
  const parsed = clientFields.safeParse({ ...named, ...texts }, { reportInput: true });
  if (parsed.success) return { input: parsed.data, problems: [] };
  const problems = Object.entries(fieldIssues(parsed.error.issues)).flatMap(([field, issues]) =>
    issues.map(({ rule, values }): CellProblem => ({ field, rule, ...(values ? { params: values } : {}) })),
  );
  return { input: undefined, problems };
}
