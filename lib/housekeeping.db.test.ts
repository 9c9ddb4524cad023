import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { getEngine } from '@/db/client';
import { findIdempotencyKey, insertIdempotencyKey } from '@/db/queries/idempotency';
import { countFailure, findFailures, findLiveSession, insertSession } from '@/db/queries/users';
import { connections } from '@/db/schema/connections';
import { deliveries } from '@/db/schema/deliveries';
import { conflicts, exchangeRuns, findings } from '@/db/schema/exchange';
import { addConnection } from '@/lib/domain/connections/write-connection';
import { actorOf, systemCtx } from '@/lib/testing/people';
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

test('of exchange, what ended long ago goes; what is under way, undecided or waits stays', async () => {
  const db = getEngine();
  const now = Date.now();
  const [old, young] = [now - 200 * day, now - day];
  await db.transaction(async (tx) => {
    const ctx = systemCtx();
    const connection = { kind: 'webhook', name: 'Hook', topics: [], settings: {}, secrets: () => ({}) } as const;
    const [live, gone] = [await addConnection(tx, ctx, connection), await addConnection(tx, ctx, connection)];
    await tx.update(connections).set({ deletedAt: old }).where(eq(connections.id, gone.id));
    const waiting = { topic: 'client.created', entity: 'client', entityId: 1, state: 'queued', attempts: 0, runAt: old, createdAt: old };
    await tx.insert(deliveries).values([
      { ...waiting, uid: 'waits', connectionId: live.id },
      { ...waiting, uid: 'waits for nobody', connectionId: gone.id },
    ]);
    const run = { connectionId: live.id, kind: 'pull', cursor: '{}', counts: '{}', createdAt: old };
    const runs = await tx
      .insert(exchangeRuns)
      .values([
        { ...run, requestId: 'old', state: 'done', finishedAt: old },
        { ...run, requestId: 'young', state: 'done', finishedAt: young },
        { ...run, requestId: 'under way', state: 'running' },
      ])
      .returning();
    await tx.insert(findings).values(runs.map(({ id }) => ({ runId: id, kind: 'refused', entity: 'client', detail: '{}' })));
    const conflict = { connectionId: live.id, entity: 'client', localId: 1, fields: '{}', createdAt: old };
    await tx.insert(conflicts).values([
      { ...conflict, remoteId: 'decided', state: 'decided', decision: 'ours', decidedAt: old },
      { ...conflict, remoteId: 'open', state: 'open' },
    ]);
  });
  await tidyUp(db, new Date(now));
  await db.read(async (tx) => {
    expect((await tx.select().from(deliveries)).map(({ uid }) => uid)).toEqual(['waits']);
    const runs = await tx.select().from(exchangeRuns).orderBy(exchangeRuns.id);
    expect(runs.map(({ requestId }) => requestId)).toEqual(['young', 'under way']);
    expect((await tx.select().from(findings)).map(({ runId }) => runId).sort()).toEqual(runs.map(({ id }) => id));
    expect((await tx.select().from(conflicts)).map(({ remoteId }) => remoteId)).toEqual(['open']);
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
