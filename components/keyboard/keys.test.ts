import { describe, expect, test } from 'vitest';
import { keyOf } from './keys';

describe('a key is known by its place', () => {
  test.each([
    ['KeyN', 'n', 'N'],
    ['KeyN', 'т', 'N'],
    ['KeyK', 'л', 'K'],
    ['Slash', '.', '/'],
    ['Slash', '/', '/'],
    ['Digit7', '?', '?'],
    ['Backslash', '/', '/'],
    ['Slash', '?', '?'],
    ['BracketLeft', 'х', '['],
    ['BracketRight', 'ъ', ']'],
    ['Escape', 'Escape', 'Escape'],
  ])('%s giving %s is %s', (code, key, meant) => {
    expect(keyOf({ code, key })).toBe(meant);
  });
});
