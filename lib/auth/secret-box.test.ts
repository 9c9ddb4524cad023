import { expect, test } from 'vitest';
import { maskSecret, openSecret, sealSecret } from './secret-box';

test('a sealed secret opens in its own place, and nowhere else', () => {
  const sealed = sealSecret('token-1234567890', 'a:token');
  expect(sealed).not.toContain('token');
  expect(openSecret(sealed, 'a:token')).toBe('token-1234567890');
  expect(openSecret(sealed, 'b:token')).toBeUndefined();
  expect(openSecret(sealed, 'a:password')).toBeUndefined();
});

test('the same secret never looks the same twice', () => {
  expect(sealSecret('same', 'a:x')).not.toBe(sealSecret('same', 'a:x'));
});

test('what was tampered with, or sealed with another key, does not open', () => {
  const sealed = sealSecret('secret', 'a:x');
  const [id = '', text = ''] = sealed.split('.');
  const bytes = Buffer.from(text, 'base64url');
  bytes[14] = (bytes[14] ?? 0) ^ 1;
  expect(openSecret(`${id}.${bytes.toString('base64url')}`, 'a:x')).toBeUndefined();
  expect(openSecret(`00000000.${text}`, 'a:x')).toBeUndefined();
  expect(openSecret('', 'a:x')).toBeUndefined();
});

test('of a secret its end is shown, of a short one nothing', () => {
  expect(maskSecret('abcdefghijkl')).toBe('••••ijkl');
  expect(maskSecret('short')).toBe('••••');
});
