import { randomUUID } from 'node:crypto';
import { getEngine } from '@/db/client';
import { insertSession } from '@/db/queries/users';
import type { Ctx, UserActor } from '@/lib/domain/context';
import type { Role } from '@/lib/domain/permissions';
import { createUser } from '@/lib/domain/users/create-user';

/** The program itself, for arranging tests. */
export function systemCtx(): Ctx {
  return { actor: { type: 'system', name: 'test' }, source: 'system', requestId: randomUUID(), now: () => new Date(), db: getEngine() };
}

export const testPassword = 'correct horse battery';

const made = new Map<Role, Promise<UserActor>>();

async function makeActor(role: Role): Promise<UserActor> {
  const ctx = systemCtx();
  const user = await createUser(ctx, { username: role, password: testPassword, role, display_name: '' });
  const sessionId = `test-session-of-${role}`;
  const now = Date.now();
  await ctx.db.transaction((tx) =>
    insertSession(tx, {
      id: sessionId,
      userId: user.id,
      door: 'api',
      address: '',
      userAgent: '',
      createdAt: now,
      expiresAt: now + 3_600_000,
      seenAt: null,
      endedAt: null,
    }),
  );
  return { type: 'user', id: user.id, name: user.displayName, role, sessionId };
}

/** A signed-in user of a role, made once per test file. */
export function actorOf(role: Role): Promise<UserActor> {
  const known = made.get(role) ?? makeActor(role);
  made.set(role, known);
  return known;
}

/** The context of a user of a role. */
export async function ctxOf(role: Role): Promise<Ctx> {
  return { ...systemCtx(), actor: await actorOf(role), source: 'web' };
}
