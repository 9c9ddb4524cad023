import { afterEach, expect, test, vi } from 'vitest';
import { progressLine } from './progress';

const { isTTY } = process.stderr;
afterEach(() => {
  vi.restoreAllMocks();
  process.stderr.isTTY = isTTY;
});

test.each([
  ['every record', 1],
  ['now and then', 777],
])('the bar moves forward to its end when it is told of %s', (_, by) => {
  process.stderr.isTTY = true;
  const drawn: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => drawn.push(String(text)) > 0);
  let now = 0;
  vi.spyOn(Date, 'now').mockImplementation(() => (now += 250));
  const { step } = progressLine('Importing');
  for (let done = 0; done < 5000; done += by) step(done, 5000);
  step(5000, 5000);
  const shares = drawn.map((text) => Number(/(\d+) %/.exec(text)?.[1]));
  expect(shares.length).toBeGreaterThan(5);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect([shares[0], shares.at(-1)]).toEqual([0, 100]);
});
