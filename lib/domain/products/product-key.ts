import { normalise } from '@/lib/search/normalise';

/** As much of a name as is compared: what an index of PostgreSQL takes, whatever letters it is of. */
const comparedLetters = 500;

/** A product's name as it is compared: lower case in every script, single spaces, ё as е. */
export function productKey(name: string): string {
  const key = normalise(name).replace(/\s+/g, ' ');
  return key.length > comparedLetters ? Array.from(key).slice(0, comparedLetters).join('') : key;
}
