import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inTurn } from './in-turn';

test('two run at once, the others after them in their order, also when one fails', async () => {
  let [running, most] = [0, 0];
  const begun: number[] = [];
  const work = (n: number) =>
    inTurn(async () => {
      begun.push(n);
      running += 1;
      most = Math.max(most, running);
      await setTimeout(5);
      running -= 1;
      if (n === 1) throw new Error('broken');
      return n;
    });
  const results = await Promise.allSettled([0, 1, 2, 3, 4].map(work));
  expect([most, begun]).toEqual([2, [0, 1, 2, 3, 4]]);
  expect(results.map((result) => (result.status === 'fulfilled' ? result.value : 'failed'))).toEqual([0, 'failed', 2, 3, 4]);
  expect(await work(5)).toBe(5);
});
