import { decode, encode } from 'next-auth/jwt';
import { appUrl, env } from '@/lib/env';
import { authSecret } from './secret';

/** next-auth's own cookie names: `__Secure-` where people come over https. */
export function sessionCookieName(): string {
  return appUrl().startsWith('https:') ? '__Secure-next-auth.session-token' : 'next-auth.session-token';
}

/** The value of the session cookie: next-auth's encrypted JWT, holding the id of the session row. */
export function encodeSession({ sessionId, userId, name }: { sessionId: string; userId: number; name: string }): Promise<string> {
  return encode({ token: { sub: String(userId), name, sid: sessionId }, secret: authSecret(), maxAge: env().SESSION_SECONDS });
}

/** The session id in a cookie's value; undefined for any value that is not good, whatever the reason. */
export async function sessionOfCookie(value: string | undefined): Promise<string | undefined> {
  if (!value) return undefined;
  try {
    const token = await decode({ token: value, secret: authSecret() });
    return typeof token?.sid === 'string' ? token.sid : undefined;
  } catch {
    return undefined;
  }
}
