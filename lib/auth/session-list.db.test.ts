import { eq } from 'drizzle-orm';
import { beforeEach, expect, test, vi } from 'vitest';
import { sessions } from '@/db/schema/users';
import type { Ctx } from '@/lib/domain/context';
import { isDomainError } from '@/lib/domain/errors';
import { createUser } from '@/lib/domain/users/create-user';
import { editUser } from '@/lib/domain/users/edit-user';
import { ctxOf, systemCtx, testPassword } from '@/lib/testing/people';
import { noteSeen, writeSeen } from './seen-sessions';
import { endAllSessions, endSession, lastSeen, listSessions } from './session-list';
import { actorOfSession, signIn } from './sessions';

const ctx = systemCtx();
let n = 0;
let id = 0;
let own: Ctx;

const attempt = (door: 'web' | 'api', now = new Date()) =>
  signIn(ctx.db, {
    ...{ username: `user${n}`, password: testPassword, door, now },
    ...{ address: '10.0.0.1', userAgent: 'curl/8.5.0', lifetime: 3_600_000 },
  });

beforeEach(async () => {
  n += 1;
  id = (await createUser(ctx, { username: `user${n}`, password: testPassword, role: 'viewer', display_name: '' })).id;
  own = { ...ctx, actor: { type: 'user', id, name: '', role: 'viewer', sessionId: (await attempt('web')).sessionId } };
});

async function code(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'done',
    (error) => {
      if (isDomainError(error)) return error.code;
      throw error;
    },
  );
}

test('a session is ended alone, or all at once; ended, expired and disabled ones are not listed', async () => {
  const { sessionId } = await attempt('api');
  await attempt('web', new Date(Date.now() - 7_200_000));
  expect((await listSessions(own, id)).map(({ door }) => door).sort()).toEqual(['api', 'web']);
  await endSession(own, { userId: id, id: sessionId });
  expect(await actorOfSession(ctx.db, sessionId, new Date())).toBeUndefined();
  expect((await listSessions(own, id)).map(({ door }) => door)).toEqual(['web']);
  await attempt('api');
  await endAllSessions(own, id);
  expect(await listSessions(own, id)).toEqual([]);
});

test('those of others are an administrator’s affair, and end at once with the account', async () => {
  const [admin, manager] = [await ctxOf('admin'), await ctxOf('manager')];
  if (admin.actor.type !== 'user') throw new Error('the administrator is a user');
  const { sessionId } = await attempt('web');
  expect(await code(listSessions(manager, id))).toBe('forbidden');
  expect(await code(endSession(manager, { userId: id, id: sessionId }))).toBe('forbidden');
  expect(await code(endAllSessions(manager, id))).toBe('forbidden');
  expect(await code(lastSeen(manager))).toBe('forbidden');
  // Naming oneself does not reach somebody else's session.
  await endSession(admin, { userId: admin.actor.id, id: sessionId });
  expect(await actorOfSession(ctx.db, sessionId, new Date())).toMatchObject({ id });
  expect((await listSessions(admin, id)).length).toBe(2);
  await editUser(admin, { id, disabled: true });
  expect(await actorOfSession(ctx.db, sessionId, new Date())).toBeUndefined();
});

test('a use is noted every five minutes at most, and not before it is written', async () => {
  const { sessionId } = await attempt('web');
  const seenAt = async () => (await ctx.db.read((tx) => tx.select().from(sessions).where(eq(sessions.id, sessionId))))[0]?.seenAt ?? null;
  const start = Date.now();
  await actorOfSession(ctx.db, sessionId, new Date(start));
  expect(await seenAt()).toBeNull();
  await writeSeen(ctx.db);
  expect(await seenAt()).toBe(start);
  await actorOfSession(ctx.db, sessionId, new Date(start + 299_000));
  await writeSeen(ctx.db);
  expect(await seenAt()).toBe(start);
  await actorOfSession(ctx.db, sessionId, new Date(start + 300_000));
  await writeSeen(ctx.db);
  expect(await seenAt()).toBe(start + 300_000);
  expect((await lastSeen(await ctxOf('admin'))).get(id)).toBe(start + 300_000);
});

test('nothing is written while nobody was seen', async () => {
  await writeSeen(ctx.db);
  const writes = vi.spyOn(ctx.db, 'transaction');
  await writeSeen(ctx.db);
  expect(writes).not.toHaveBeenCalled();
  noteSeen({ id: 'x', seenAt: null }, 1);
  await writeSeen(ctx.db);
  expect(writes).toHaveBeenCalledTimes(1);
  writes.mockRestore();
});
