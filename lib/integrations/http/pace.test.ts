import fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterNews, type Bucket, type Rate, takeToken } from './pace';

const rate = fc
  .record({
    limit: fc.integer({ min: 1, max: 100 }),
    perMs: fc.integer({ min: 100, max: 60_000 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ limit, perMs, share }): Rate => ({ limit, perMs, burst: Math.max(1, Math.round(limit * share)) }));

/** When requests go out for somebody who asks again and again, as soon as he may. */
function sent(given: Rate, pauses: readonly number[]): number[] {
  let now = 1_000_000;
  let bucket: Bucket | undefined;
  const times: number[] = [];
  for (const pause of pauses) {
    now += pause;
    const taken = takeToken(bucket, given, now);
    if ('bucket' in taken) {
      bucket = taken.bucket;
      times.push(now);
    } else now += taken.waitMs;
  }
  return times;
}

test('no stretch holds more requests than the other side takes', () => {
  fc.assert(
    fc.property(
      rate,
      fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 5000 })), { minLength: 50, maxLength: 400 }),
      (given, pauses) => {
        const times = sent(given, pauses);
        for (const [from, time] of times.entries()) {
          const within = times.slice(from).filter((other) => other < time + given.perMs);
          expect(within.length).toBeLessThanOrEqual(given.limit);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('after the wait it names there is a request', () => {
  fc.assert(
    fc.property(rate, fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: -5000, max: 5000 }), (given, tokensMilli, ago) => {
      const now = 1_000_000;
      const bucket = { tokensMilli: Math.min(tokensMilli, given.burst * 1000), at: now - ago };
      const taken = takeToken(bucket, given, now);
      if ('waitMs' in taken) expect(takeToken(bucket, given, now + taken.waitMs)).toHaveProperty('bucket');
    }),
  );
});

test('the other side knows better how many are left', () => {
  const given = { limit: 45, perMs: 3000, burst: 20 };
  const empty = afterNews({ tokensMilli: 20_000, at: 1000 }, given, { remaining: 0, resetMs: 3000 }, 1000);
  expect(takeToken(empty, given, 3999)).toEqual({ waitMs: 1 + 120 });
  expect(takeToken(empty, given, 4120)).toHaveProperty('bucket');
  expect(afterNews({ tokensMilli: 20_000, at: 1000 }, given, { remaining: 2 }, 1000)).toEqual({ tokensMilli: 2000, at: 1000 });
  expect(afterNews({ tokensMilli: 1000, at: 1000 }, given, { remaining: 40 }, 1000)).toEqual({ tokensMilli: 1000, at: 1000 });
});
