import { expect, test } from 'vitest';
import { getEngine } from '@/db/client';
import { findIdempotencyKey, insertIdempotencyKey } from '@/db/queries/idempotency';
import { countFailure, findFailures, findLiveSession, insertSession } from '@/db/queries/users';
import { actorOf } from '@/lib/testing/people';
import { tidyUp } from './housekeeping';

const hour = 3_600_000;
const day = 24 * hour;

test('what is old goes, what is young stays', async () => {
  const db = getEngine();
  const now = Date.now();
  const { id: userId } = await actorOf('admin');
  const scope = (key: string) => ({ userId, method: 'POST', path: '/', key });
  const session = (id: string, endedAt: number | null) => ({
    id,
    userId,
    door: 'web',
    address: '',
    userAgent: '',
    createdAt: 0,
    expiresAt: now + day,
    seenAt: null,
    endedAt,
  });
  await db.transaction(async (tx) => {
    await insertIdempotencyKey(tx, { ...scope('old'), bodyHash: '', body: '{}', createdAt: now - 25 * hour }, 0);
    await insertIdempotencyKey(tx, { ...scope('young'), bodyHash: '', body: '{}', createdAt: now - 23 * hour }, 0);
    await countFailure(tx, 'old', now - 25 * hour, 0);
    await countFailure(tx, 'young', now - hour, 0);
    await insertSession(tx, session('ended long ago', now - 91 * day));
    await insertSession(tx, session('alive', null));
  });
  await tidyUp(db, new Date(now));
  await db.read(async (tx) => {
    expect([await findIdempotencyKey(tx, scope('old')), await findFailures(tx, 'old')]).toEqual([undefined, undefined]);
    expect(await findIdempotencyKey(tx, scope('young'))).toBeDefined();
    expect(await findFailures(tx, 'young')).toBeDefined();
    expect(await findLiveSession(tx, 'alive', now)).toBeDefined();
  });
});

test('an expired key may be used again', async () => {
  const db = getEngine();
  const { id: userId } = await actorOf('admin');
  const row = { userId, method: 'POST', path: '/', key: 'again', bodyHash: '', body: '{}', createdAt: 1 };
  await db.transaction((tx) => insertIdempotencyKey(tx, row, 0));
  await db.transaction((tx) => insertIdempotencyKey(tx, { ...row, createdAt: Date.now() }, Date.now() - day));
  expect((await db.read((tx) => findIdempotencyKey(tx, row)))?.createdAt).toBeGreaterThan(1);
});
