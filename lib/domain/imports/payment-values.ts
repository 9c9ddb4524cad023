import { parseDayText } from '@/lib/import/day-text';
import { parseNumberText } from '@/lib/import/number-text';
import { type PaymentInput, type PaymentMethod, paymentForm } from '../payments/schema';
import { fieldIssues } from '../validate';
import type { CellProblem, RowCells } from './schema';

/** How people and programs call the ways of paying. */
const methods: [PaymentMethod, RegExp][] = [
  ['cash', /^(cash|нал(ичн\p{L}*)?|касса)$/iu],
  ['card', /^(card|карт\p{L}*|эквайринг|acquiring)$/iu],
  ['other', /^(other|друг\p{L}*|иное|проч\p{L}*)$/iu],
  ['bank', /^(bank|банк\p{L}*|безнал(ичн\p{L}*)?|перевод|transfer|wire)$/iu],
];

const cell = ({ fields }: RowCells, name: string) => fields[name]?.trim() ?? '';

/** The payer's taxpayer number, as digits; empty without one. */
export function payerInn(cells: RowCells): string {
  const digits = cell(cells, 'payer_inn').replace(/\D/g, '');
  return /^(\d{10}|\d{12})$/.test(digits) ? digits : '';
}

/** Who paid what for, on one line. */
function noteOf(cells: RowCells): string {
  const no = cell(cells, 'document_no');
  const told = [no && `№ ${no}`, cell(cells, 'payer'), cell(cells, 'note')].filter(Boolean).join(', ');
  return told.replace(/[\p{Cc}\s]+/gu, ' ').slice(0, 300);
}

function methodOf(text: string): PaymentMethod | undefined {
  if (text === '') return 'bank';
  return methods.find(([, words]) => words.test(text))?.[0];
}

export interface PaymentValues {
  /** Undefined when something is wrong. */
  input?: PaymentInput;
  problems: CellProblem[];
}

/** A row as a payment, or what is wrong with it. */
export function paymentValues(cells: RowCells): PaymentValues {
  const [day, amount, method] = [cell(cells, 'day'), cell(cells, 'amount'), methodOf(cell(cells, 'method'))];
  const given = {
    day: parseDayText(day)?.slice(0, 10) ?? day,
    amount: parseNumberText(amount) ?? amount,
    method: method ?? 'bank',
    note: noteOf(cells),
  };
  const parsed = paymentForm.safeParse(given, { reportInput: true });
  const problems: CellProblem[] = method === undefined ? [{ field: 'method', rule: 'import_method' }] : [];
  if (parsed.success) return { input: problems.length === 0 ? parsed.data : undefined, problems };
  for (const [field, found] of Object.entries(fieldIssues(parsed.error.issues)))
    for (const { rule, values } of found) problems.push({ field, rule, ...(values ? { params: values } : {}) });
  return { problems };
}

/** What keys of payments out of files begin with. */
const keyStart = 'bank|';

/** Whether a payment was entered by hand, or told by another system. */
export function isOfNoFile({ externalKey }: { externalKey: string | null }): boolean {
  return !externalKey?.startsWith(keyStart);
}

/**
 * By what a payment is known again: its document, day, sum and payer; without a number of the document also what it is for.
 * Empty for a row that is no payment.
 */
export function paymentKey(cells: RowCells): string {
  const { input } = paymentValues(cells);
  if (!input) return '';
  const no = cell(cells, 'document_no').toLowerCase();
  const rest = no || `${cell(cells, 'order_id')}|${cell(cells, 'external_no')}|${cell(cells, 'note').toLowerCase()}`;
  return `${keyStart}${[input.day, input.amount, payerInn(cells), rest].join('|')}`.slice(0, 200);
}
