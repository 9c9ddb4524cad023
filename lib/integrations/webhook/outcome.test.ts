import { describe, expect, test } from 'vitest';
import { outcomeOf } from './outcome';

const now = new Date('2026-03-01T12:00:00Z');
const answer = (status: number, headers: Record<string, string> = {}) => ({ status, headers, body: Buffer.alloc(0) });
const of = (status: number, headers?: Record<string, string>) => outcomeOf(answer(status, headers), now);

describe('an answer', () => {
  test('of 2xx alone is success', () => {
    for (const status of [200, 201, 202, 204, 299]) expect(of(status)).toEqual({ kind: 'done' });
    for (const status of [100, 199, 300, 301, 302, 307, 308, 400, 404, 422, 429, 500, 503]) expect(of(status).kind).toBe('retry');
  });

  test('of 410 wants nothing any more', () => {
    expect(of(410)).toEqual({ kind: 'disable', problem: { code: 'gone', values: { status: 410 } } });
  });

  test('names what is wrong', () => {
    const code = (status: number) => {
      const outcome = of(status);
      return outcome.kind === 'retry' ? outcome.problem.code : undefined;
    };
    expect([302, 400, 401, 403, 404, 429, 500, 502, 503, 504].map(code)).toEqual([
      'redirected',
      'rejected',
      'unauthorized',
      'unauthorized',
      'not_found_there',
      'busy',
      'server_error',
      'busy',
      'busy',
      'busy',
    ]);
  });

  test('says when to come again, in seconds or by a date', () => {
    expect(of(429, { 'retry-after': '120' })).toMatchObject({ afterMs: 120_000 });
    expect(of(503, { 'retry-after': 'Sun, 01 Mar 2026 12:10:00 GMT' })).toMatchObject({ afterMs: 600_000 });
    expect(of(503, { 'retry-after': 'soon' })).toMatchObject({ afterMs: undefined });
    expect(of(503, { 'retry-after': '99999999' })).toMatchObject({ afterMs: 24 * 3600 * 1000 });
  });
});
