import type { CellProblem } from '@/lib/domain/imports/schema';
import type { ApiWords } from '@/lib/i18n/api-translator';

/** Digits of a Russian number with its country's. */
const phoneDigits = 11;

export type Missing = { key: 'noDomain' } | { key: 'dayExample' } | { key: 'digitsMissing'; n: number };

/** What a reader can mend at once in an address or a number that was not understood. */
export function missingIn({ rule }: Pick<CellProblem, 'rule'>, text: string): Missing | undefined {
  if (rule === 'email' && /^[^\s@]+@[^\s@.]*$/.test(text.trim())) return { key: 'noDomain' };
  // Forms have a calendar; a file has what people write.
  if (rule === 'day') return { key: 'dayExample' };
  const digits = text.replace(/\D/g, '');
  const short = phoneDigits - digits.length;
  if (rule === 'phone' && /^[78]/.test(digits) && short > 0 && short < 7) return { key: 'digitsMissing', n: short };
  return undefined;
}

interface Words {
  rule: ApiWords['rule'];
  missing: (found: Missing) => string;
}

/** What is wrong with a cell, in the words that forms have for the same rules. */
export function problemText(problem: CellProblem, text: string, words: Words): string {
  const found = missingIn(problem, text);
  return found ? words.missing(found) : words.rule(problem.rule, problem.params);
}
