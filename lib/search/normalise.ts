import { fold } from '@/db/dialect/fold-text';

/** The one normalisation of searched text, for records and for needles. */
export function normalise(text: string): string {
  return fold(text).trim();
}

/** An E.164 number as it may be typed: +7 900… is also 8 900…; any fragment of either is found. */
export function phoneForms(phone: string | null): string[] {
  if (!phone) return [];
  return phone.startsWith('+7') ? [phone, `8${phone.slice(2)}`] : [phone];
}

/**
 * A record's searched text: its normalised fields, one a line. The two line ends at its end let every character begin a
 * trigram, so that the index also answers needles of one and two letters.
 */
export function searchText(fields: readonly (string | null | undefined)[]): string {
  const lines = fields.filter((field): field is string => Boolean(field)).map(normalise);
  return `${lines.join('\n')}\n\n`;
}

/** `8 (900) 123-45-67` is one needle, not five; digits with nothing but blanks between are, when a whole number is there. */
const phonePunctuated = /^(?:[+(][\d\s()-]{3,}|(?=.*[()-])\d(?:[\s()-]*\d){5,})$/;
const phoneSpaced = /^(?:\s*\d){10,11}\s*$/;

/** The needles of a typed search; every one must be found somewhere in the record. */
export function searchWords(typed: string): string[] {
  const text = normalise(typed.replace(/[№#]\s*(?=\d)/g, ' '));
  if (phonePunctuated.test(text) || phoneSpaced.test(text)) return [text.replace(/\D/g, '')];
  return [...new Set(text.split(/\s+/).filter(Boolean))];
}
