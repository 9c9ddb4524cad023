import { afterEach, expect, test } from 'vitest';
import { getEngine, replaceEngine } from '@/db/client';
import { DbError } from '@/db/engines/db-error';
import { call } from '@/lib/testing/api';

const whole = getEngine;
let kept: ReturnType<typeof getEngine> | undefined;

afterEach(() => {
  if (kept) replaceEngine(kept);
});

test('503 health gives the reason when the database does not answer', async () => {
  kept = whole();
  replaceEngine({ ...kept, read: () => Promise.reject(new DbError('busy', 'unreachable', undefined)) });
  const reply = await call('GET', '/api/health/', undefined, { as: null });
  expect([reply.status, reply.json.code]).toEqual([503, 'unavailable']);
  expect(reply.json.error).toContain('unreachable');
});

test('503 a busy or full database is told as such, with the time to wait', async () => {
  kept = whole();
  await call('POST', '/api/clients/get/', {});
  replaceEngine({ ...kept, transaction: () => Promise.reject(new DbError('full', '', undefined)) });
  const reply = await call('POST', '/api/clients/add/', { first_name: 'А', last_name: 'Б', email: 'a@example.com' });
  expect([reply.status, reply.json.code, reply.headers['retry-after']]).toEqual([503, 'busy', '1']);
});

test('503 a database that is away is told as such', async () => {
  kept = whole();
  await call('POST', '/api/clients/get/', {});
  replaceEngine({ ...kept, read: () => Promise.reject(new DbError('away', 'ECONNREFUSED', undefined)) });
  const reply = await call('POST', '/api/clients/get/', {});
  expect([reply.status, reply.json.code, reply.headers['retry-after']]).toEqual([503, 'unavailable', '5']);
});
