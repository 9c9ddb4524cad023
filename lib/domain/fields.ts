/** Zod building blocks of every input. Issues are message keys (`messages/*.json`, `rules.*`), worded at the door. */
import { z } from 'zod';
import { parseDecimal } from './money';
import { isDay } from './period';

/** Control characters have no place in a record; multi-line text keeps tab, CR and LF. Lone surrogates are no text at all. */
const singleLine = /^[^\p{Cc}\p{Cs}]*$/u;
const multiLine = /^(?:[^\p{Cc}\p{Cs}]|[\t\n\r])*$/u;

/** One line of text, trimmed, of `min` to `max` characters. */
export function line(max: number, min = 0) {
  const text = z.string().trim().max(max).regex(singleLine, 'control');
  return min > 0 ? text.min(min, 'required') : text;
}

/** Text of several lines, at most `max` characters. */
export function lines(max: number) {
  return z.string().max(max).regex(multiLine, 'control');
}

/** A string or a number: how a decimal is told apart in forms, see `lib/entry/form-values.ts`. */
function decimalOf(digits: number, min: number, max: number, rule: string) {
  return z.union([z.string().max(40), z.number()], { error: rule }).transform((value, ctx) => {
    const text = String(value);
    const parsed = parseDecimal(text, digits);
    if (parsed !== undefined && parsed >= min && parsed <= max) return parsed;
    const finer = parsed === undefined && /^-?\d{1,15}\.\d+$/.test(text);
    ctx.addIssue({ code: 'custom', message: finer ? `${rule}_digits` : parsed === undefined ? rule : `${rule}_range` });
    return z.NEVER;
  });
}

/** Kopecks, from a string or a number with at most two decimal places. */
export function moneyField(maxMinor: number, minMinor = 0) {
  return decimalOf(2, minMinor, maxMinor, 'money').meta({ description: 'Decimal with at most two places', examples: ['1500.00', 1500] });
}

/** Thousandths, from a string or a number with at most three decimal places. */
export function milliField(maxMilli: number, minMilli = 1) {
  return decimalOf(3, minMilli, maxMilli, 'quantity').meta({ description: 'Decimal with at most three places', examples: ['1.5', 2] });
}

/** A record's number. */
export const idField = z.int().positive().max(Number.MAX_SAFE_INTEGER);

/** The same where 0 stands for none. */
export const idOrNone = z.int().min(0).max(Number.MAX_SAFE_INTEGER);

/** A calendar day `YYYY-MM-DD`. */
export const dayField = z.string().refine(isDay, 'day').meta({ format: 'date' });
