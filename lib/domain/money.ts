/** Money is integer kopecks (`minor`), quantities are integer thousandths (`milli`); no binary fraction anywhere. */

/** 99 999 999.99 a unit. */
export const maxPriceMinor = 9_999_999_999;
/** 9 999 999 999.99 an order. */
export const maxTotalMinor = 999_999_999_999;
/** 1 000 000 units. */
export const maxQuantityMilli = 1_000_000_000;

const decimal = /^(-?)(\d{1,15})(?:\.(\d+))?$/;

/**
 * An exact decimal as an integer of `digits` decimal places, or undefined when the text is no plain decimal,
 * has more places, or does not fit. `parseDecimal('1500.5', 2)` is 150050.
 */
export function parseDecimal(value: string, digits: number): number | undefined {
  const match = decimal.exec(value);
  if (!match) return undefined;
  const [, sign, whole = '', fraction = ''] = match;
  if (fraction.length > digits) return undefined;
  const result = Number(`${whole}${fraction.padEnd(digits, '0')}`);
  if (!Number.isSafeInteger(result)) return undefined;
  return sign && result !== 0 ? -result : result;
}

/** Kopecks as `1500.00`. */
export function formatMinor(minor: number): string {
  const text = String(Math.abs(minor)).padStart(3, '0');
  return `${minor < 0 ? '-' : ''}${text.slice(0, -2)}.${text.slice(-2)}`;
}

/** Thousandths as the shortest decimal: 2000 → `2`, 1500 → `1.5`. */
export function formatMilli(milli: number): string {
  const text = String(Math.abs(milli)).padStart(4, '0');
  const fraction = text.slice(-3).replace(/0+$/, '');
  return `${milli < 0 ? '-' : ''}${text.slice(0, -3)}${fraction ? `.${fraction}` : ''}`;
}

/**
 * Typed text as a plain decimal: `1 234,56`, `1,234.56` and `1.234,56` are all `1234.56`. Of two kinds of separators the
 * last one is the decimal one, and so is a lone comma. Other text comes back as it is.
 */
export function plainDecimal(typed: string): string {
  const text = typed.replace(/[\s\u00a0\u202f]/g, '');
  if (/^-?\d{1,3}(,\d{3})+\.\d*$/.test(text)) return text.replaceAll(',', '');
  if (/^-?\d{1,3}(\.\d{3})+,\d*$/.test(text)) return text.replaceAll('.', '').replace(',', '.');
  return text.replace(',', '.');
}
