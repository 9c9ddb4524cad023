import { isSecretHeader, type Mask, maskText } from './mask';

/** Characters of a request or an answer that the journal keeps. */
const kept = 4000;

/** Characters that are looked through at most. */
const looked = 64_000;

/** What a body says, as far as it is text. */
export function bodyText(body: string | Uint8Array | undefined): string {
  if (body === undefined) return '';
  const text = typeof body === 'string' ? body.slice(0, looked) : Buffer.from(body.subarray(0, looked)).toString('utf8');
  // PostgreSQL keeps no NUL, and nobody reads a picture.
  return text.includes('\u0000') || (text.match(/\uFFFD/g)?.length ?? 0) > text.length / 10 ? `<${body.length}>` : text;
}

/** The beginning of a text without a secret, nor the beginning of one where it is cut. */
export function excerpt(text: string, masked: Mask): string {
  const safe = masked(text.slice(0, looked));
  const whole = text.length <= looked ? safe : safe.slice(0, Math.max(safe.length - masked.longest, 0));
  return whole.length > kept ? `${whole.slice(0, kept)}…` : whole;
}

/** Headers, an empty line, the body. */
export function messageText(headers: Readonly<Record<string, string>>, body: string): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${isSecretHeader(name) ? maskText : value}`);
  return [lines.join('\n'), body].filter(Boolean).join('\n\n');
}
