import { expect, test } from 'vitest';
import { lineCommand } from './line-keys';

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

test.each([
  [{ code: 'Enter' }, 'next'],
  [{ code: 'NumpadEnter' }, 'next'],
  [{ code: 'ArrowUp' }, 'up'],
  [{ code: 'ArrowDown', altKey: true }, 'moveDown'],
  [{ code: 'KeyD', ctrlKey: true }, 'duplicate'],
  [{ code: 'KeyD', metaKey: true }, 'duplicate'],
  [{ code: 'Backspace', ctrlKey: true, shiftKey: true }, 'remove'],
  [{ code: 'Enter', ctrlKey: true }, undefined],
  [{ code: 'Enter', shiftKey: true }, 'next'],
  [{ code: 'Enter', altKey: true }, undefined],
  [{ code: 'ArrowUp', shiftKey: true }, undefined],
  [{ code: 'KeyD' }, undefined],
  [{ code: 'Backspace', ctrlKey: true }, undefined],
] as const)('%o is %s', (keys, command) => {
  expect(lineCommand({ ...none, ...keys })).toBe(command);
});
