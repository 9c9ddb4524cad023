import { expect, test } from 'vitest';
import { SharedStrings } from './shared-strings';

test('gives back what was added, across its slabs', () => {
  const strings = new SharedStrings();
  const text = (at: number) => (at % 3 === 0 ? '' : `Роза № ${at} 😀`.repeat((at % 5) + 1));
  for (let at = 0; at < 100_000; at++) strings.add(text(at));
  for (let at = 0; at < 100_000; at++) if (strings.at(at) !== text(at)) expect(strings.at(at)).toBe(text(at));
  expect(strings.at(99_998)).toBe(text(99_998));
});

test.each([-1, 2, 0.5, 1e12, Number.NaN])('has nothing at %d', (index) => {
  const strings = new SharedStrings();
  strings.add('a');
  strings.add('b');
  expect(strings.at(index)).toBeUndefined();
});

test('keeps no more than its share of memory, however small the texts are', () => {
  for (const text of ['', 'x'.repeat(32_000)]) {
    const strings = new SharedStrings();
    expect(() => {
      for (;;) strings.add(text);
    }).toThrow(expect.objectContaining({ code: 'too_large' }));
  }
});
