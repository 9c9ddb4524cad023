import { randomInt, timingSafeEqual } from 'node:crypto';

const slot = Symbol.for('order-client-accounting.setup-code');
const shared = globalThis as typeof globalThis & { [slot]?: { code: string; guesses: number } };

const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
/** After so many wrong guesses the code is dead until the next start. */
const maxGuesses = 10;

/** The one-time code of this start, to be printed on the console: whoever reads it may make the first administrator. */
export function makeSetupCode(): string {
  const code = Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)]).join('');
  shared[slot] = { code, guesses: 0 };
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;
}

/** Whether a typed code is the one on the console; blanks, dashes and case do not matter. */
export function checkSetupCode(typed: string): boolean {
  const known = shared[slot];
  if (!known || known.guesses >= maxGuesses) return false;
  known.guesses += 1;
  const given = Buffer.from(typed.toUpperCase().replace(/[^A-Z0-9]/g, ''));
  const code = Buffer.from(known.code);
  return given.length === code.length && timingSafeEqual(given, code);
}
