import { expect, test } from 'vitest';
import { outcomeOf } from './outcome-of';

const now = new Date(Date.UTC(2026, 0, 1));
const of = (status: number, headers: Record<string, string> = {}) => outcomeOf({ status, headers }, now);

test.each([
  [200, 'done', undefined],
  [204, 'done', undefined],
  [302, 'pause', 'redirected'],
  [400, 'dead', 'rejected'],
  [401, 'pause', 'unauthorized'],
  [402, 'pause', 'unpaid'],
  [403, 'pause', 'unauthorized'],
  [404, 'dead', 'not_found_there'],
  [408, 'retry', 'busy'],
  [410, 'disable', 'gone'],
  [422, 'dead', 'rejected'],
  [425, 'retry', 'busy'],
  [429, 'retry', 'busy'],
  [500, 'retry', 'server_error'],
  [503, 'retry', 'server_error'],
])('%d means %s %s', (status, kind, code) => {
  const found = of(status);
  expect([found.kind, 'problem' in found ? found.problem.code : undefined]).toEqual([kind, code]);
});

test.each([
  ['120', 120_000],
  ['0', 0],
  ['Thu, 01 Jan 2026 00:01:00 GMT', 60_000],
  ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
  ['999999999', 86_400_000],
  ['soon', undefined],
])('Retry-After: %s', (text, afterMs) => {
  expect(of(429, { 'retry-after': text })).toMatchObject({ kind: 'retry', afterMs });
  expect(of(503, { 'retry-after': text })).toMatchObject({ kind: 'retry', afterMs });
});
