import { createHash, timingSafeEqual } from 'node:crypto';
import { forgetFailures } from '@/db/queries/users';
import { type Guard, noteFailure, refuseBlocked } from '@/lib/auth/failed-sign-ins';
import { verifyPassword } from '@/lib/auth/password';
import { isDomainError } from '@/lib/domain/errors';
import { cookieName, newSession, openSession, sessidOf } from './session';
import { Refused, type Reply, type Visit } from './visit';
import { leaveFiles } from './work-folder';

/** Failures that cost nothing: of one address at one connection, and of one address anywhere. */
const free = { connection: 5, address: 20 };

interface Credentials {
  login: string;
  password: string;
}

/** Name and password of an `Authorization` header. 1C writes them in UTF-8, older ones in windows-1251. */
function credentialsOf(header: string): Credentials[] {
  const bytes = Buffer.from(/^Basic +([\w+/=-]+) *$/i.exec(header)?.[1] ?? '', 'base64');
  const texts = new Set([bytes.toString('utf8'), new TextDecoder('windows-1251').decode(bytes)]);
  return [...texts].flatMap((text) => {
    const at = text.indexOf(':');
    return at < 0 ? [] : [{ login: text.slice(0, at), password: text.slice(at + 1) }];
  });
}

function sameText(a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) => createHash('sha256').update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}

async function fits({ settings, connection }: Visit, given: readonly Credentials[]): Promise<boolean> {
  const { password: hash } = JSON.parse(connection.secrets) as Record<string, string>;
  let found = false;
  // One look at the password at least, so that an unknown name takes as long as a wrong password.
  for (const { login, password } of given.length > 0 ? given : [{ login: '', password: '' }]) {
    const known = sameText(login, settings.login) ? hash : undefined;
    if (await verifyPassword(known, password)) found = true;
  }
  return found;
}

function seconds(error: unknown): number | undefined {
  return isDomainError(error) && error.code === 'too_many_attempts' ? (error.details.retryAfter ?? 1) : undefined;
}

function guardsOf({ connection, address }: Visit): [Guard, Guard] {
  return [
    { key: `1c ${connection.id} ${address}`, free: free.connection },
    { key: `address ${address}`, free: free.address },
  ];
}

/** Whether somebody who calls `checkauth` has the name and the password. Throws {@link Refused}. */
export async function checkPassword(visit: Visit): Promise<void> {
  const { db } = visit;
  const now = visit.now().getTime();
  const guards = guardsOf(visit);
  const blocked = () =>
    refuseBlocked(db, guards, now).catch((error: unknown) => {
      const wait = seconds(error);
      throw wait === undefined ? error : new Refused({ code: 'onec_too_many_attempts', values: { seconds: wait } }, false);
    });
  await blocked();
  const right = await fits(visit, credentialsOf(visit.authorization));
  // Asked again: of many guesses sent at once, none may learn more than the ones that count.
  await blocked();
  if (right) return;
  await noteFailure(db, guards, now);
  throw new Refused({ code: 'onec_wrong_password' });
}

/** `checkauth`, for whoever has the password: a new session, which ends the one before. */
export async function beginSession(visit: Visit): Promise<Reply> {
  const { connection, now } = visit;
  const { token, session } = newSession();
  const left = await leaveFiles(connection.id, session);
  return {
    answer: ['success', cookieName, token, `sessid=${sessidOf(token)}`],
    brief: 'success',
    note: left.length === 0 ? { code: 'onec_signed_in' } : { code: 'onec_signed_in_unread', values: { files: left.join(', ') } },
    commit: async (tx) => {
      await openSession(tx, connection.id, session, now().getTime());
      await forgetFailures(tx, guardsOf(visit)[0].key);
    },
  };
}
