/**
 * Sessions and the counting of failed sign-ins are bookkeeping of the door, not business data:
 * they are rows, but no operations in the journal.
 */
import { randomBytes } from 'node:crypto';
import type { Engine } from '@/db/engines/engine';
import { endSessions, findLiveSession, findUserByName, forgetFailures, insertSession, type UserRow } from '@/db/queries/users';
import type { UserActor } from '@/lib/domain/context';
import { DomainError } from '@/lib/domain/errors';
import { roles } from '@/lib/domain/permissions';
import { usernameKey } from '@/lib/domain/users/write-user';
import { type Guard, noteFailure, refuseBlocked } from './failed-sign-ins';
import { verifyPassword } from './password';
import { noteSeen } from './seen-sessions';

export type Door = 'web' | 'api';

export interface SignIn {
  username: string;
  password: string;
  door: Door;
  address: string;
  userAgent: string;
  /** How long the session lives, ms. */
  lifetime: number;
  now: Date;
}

/** Failures that cost nothing, per account and per address. */
const freeFailures = { account: 5, address: 20 };

function guardsOf({ username, address }: SignIn): Guard[] {
  return [
    { key: `account ${usernameKey(username)}`, free: freeFailures.account },
    { key: `address ${address}`, free: freeFailures.address },
  ];
}

/**
 * Opens a session for a name and a password. Throws `bad_credentials` in the same time and words whether or not
 * the user exists, and `too_many_attempts` with the seconds to wait.
 */
export async function signIn(db: Engine, attempt: SignIn): Promise<{ user: UserRow; sessionId: string }> {
  const guards = guardsOf(attempt);
  const started = attempt.now.getTime();
  await refuseBlocked(db, guards, started);
  const found = await db.read((tx) => findUserByName(tx, usernameKey(attempt.username)));
  const user = found?.disabledAt === null ? found : undefined;
  const fits = await verifyPassword(user?.passwordHash, attempt.password);
  // Asked again: of many guesses sent at once, none may learn more than the ones that count.
  await refuseBlocked(db, guards, started);
  if (!user || !fits) {
    await noteFailure(db, guards, started);
    throw new DomainError('bad_credentials');
  }
  const sessionId = randomBytes(16).toString('base64url');
  const { door, address, userAgent, lifetime } = attempt;
  await db.transaction(async (tx) => {
    await insertSession(tx, {
      id: sessionId,
      userId: user.id,
      door,
      address,
      userAgent: userAgent.slice(0, 300),
      createdAt: started,
      expiresAt: started + lifetime,
      seenAt: null,
      endedAt: null,
    });
    for (const { key } of guards.slice(0, 1)) await forgetFailures(tx, key);
  });
  return { user, sessionId };
}

/** Who a live session belongs to; undefined when it has ended, expired, or its user is disabled. */
export async function actorOfSession(db: Engine, sessionId: string, now: Date): Promise<UserActor | undefined> {
  const live = await db.read((tx) => findLiveSession(tx, sessionId, now.getTime()));
  if (live) noteSeen(live.session, now.getTime());
  const role = roles.find((name) => name === live?.user.role);
  return live && role && { type: 'user', id: live.user.id, name: live.user.displayName, role, sessionId };
}

/** Signs out: ends this session and every API token of the user. */
export async function signOut(db: Engine, actor: UserActor, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    await endSessions(tx, actor.id, now.getTime(), { id: actor.sessionId });
    await endSessions(tx, actor.id, now.getTime(), { door: 'api' });
  });
}
