/**
 * The one normalisation of searched text, for records and for needles: NFKC, lower case in every script, ё→е.
 * SQLite's own `lower` folds ASCII only, and an engine's collation must not decide what is found.
 */
export function normalise(text: string): string {
  return text.normalize('NFKC').toLocaleLowerCase('ru').replaceAll('ё', 'е').trim();
}

/** Digits of a telephone number as people type its tail: without the country code, 8 or +7. */
export function phoneDigits(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return digits.length === 11 && /^[78]/.test(digits) ? digits.slice(1) : digits;
}

/** A record's searched text: its normalised fields, one a line. */
export function searchText(fields: readonly (string | null | undefined)[]): string {
  return fields
    .filter((field): field is string => Boolean(field))
    .map(normalise)
    .join('\n');
}

/** `8 (900) 123-45-67` typed with spaces is one needle, not five. */
const phoneLike = /^[+\d][\d\s()-]{5,}$/;

/** The needles of a typed search; every one must be found somewhere in the record. */
export function searchWords(typed: string): string[] {
  const text = normalise(typed);
  if (phoneLike.test(text) && phoneDigits(text).length >= 5) return [phoneDigits(text)];
  return [...new Set(text.split(/\s+/).filter(Boolean))];
}
