import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bodyText, excerpt, messageText } from './excerpt';
import { maskOf, maskParameters } from './mask';

const secret = fc
  .string({ minLength: 8, maxLength: 60, unit: fc.constantFrom(...'abcXYZ019+/=&<"\\ %é:~_-') })
  .filter((text) => text.trim().length > 7);
const around = fc.string({ maxLength: 20, unit: fc.constantFrom(...'qwertyQWERTY ?{}[],;') });

/** How a secret gets into a request, and how one reads it out again. */
const places: [write: (secret: string) => string, holds: (text: string, secret: string) => boolean][] = [
  [(s) => s, (text, s) => text.includes(s)],
  [(s) => `https://x.example/?key=${encodeURIComponent(s)}`, (text, s) => text.includes(encodeURIComponent(s))],
  [(s) => new URLSearchParams({ s }).toString(), (text, s) => text.includes(new URLSearchParams({ s }).toString())],
  [(s) => JSON.stringify({ s }), (text, s) => text.includes(JSON.stringify(s))],
  [(s) => Buffer.from(s).toString('hex'), (text, s) => text.includes(Buffer.from(s).toString('hex'))],
  [(s) => Buffer.from(`login:${s}`).toString('base64'), (text, s) => Buffer.from(text.split(' ').at(-1) ?? '', 'base64').includes(s)],
  [(s) => Buffer.from(`u:${s}:x`).toString('base64url'), (text, s) => Buffer.from(text.split(' ').at(-1) ?? '', 'base64url').includes(s)],
];

test('a secret is masked in every form in which it stands in a request', () => {
  fc.assert(
    fc.property(secret, around, fc.constantFrom(...places), (hidden, before, [write, holds]) => {
      expect(holds(maskOf([hidden])(`${before} ${write(hidden)}`), hidden)).toBe(false);
    }),
    { numRuns: 2000 },
  );
});

test('an excerpt never ends within a secret', () => {
  const hidden = 'a-secret-of-some-length';
  const masked = maskOf([hidden]);
  for (let before = 63_940; before < 64_010; before++) {
    const kept = excerpt('x'.repeat(before).concat(hidden).concat('y'.repeat(100)), masked);
    expect(kept).not.toContain('a-s');
  }
  const whole = excerpt(`${hidden} `.repeat(5000), masked);
  expect(whole).not.toContain('a-s');
  expect(whole.length).toBeLessThan(4100);
});

test('headers that are secrets by their nature', () => {
  const text = messageText({ authorization: 'Basic abc', 'x-api-key': 'k', 'Set-Cookie': 'a=1', 'content-type': 'text/plain' }, 'hello');
  expect(text).toBe('authorization: ••••\nx-api-key: ••••\nSet-Cookie: ••••\ncontent-type: text/plain\n\nhello');
});

test('parameters that are secrets by their nature', () => {
  expect(maskParameters('GET https://x.example/a?access_token=1&b=2&PASSWORD=3#c')).toBe(
    'GET https://x.example/a?access_token=••••&b=2&PASSWORD=••••#c',
  );
});

test('what is no text is told by its size', () => {
  expect(bodyText(Buffer.from([0, 1, 2]))).toBe('<3>');
  expect(bodyText(Buffer.from('привет'))).toBe('привет');
  expect(bodyText(undefined)).toBe('');
});
