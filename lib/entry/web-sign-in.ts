import { cookies, headers } from 'next/headers';
import { getEngine } from '@/db/client';
import { signIn } from '@/lib/auth/sessions';
import { encodeSession, sessionCookieName } from '@/lib/auth/web-session';
import { env } from '@/lib/env';

interface Credentials {
  username: string;
  password: string;
}

/** Opens a session in this browser. Throws `bad_credentials`, `too_many_attempts`. */
export async function signInHere({ username, password }: Credentials): Promise<void> {
  const asked = await headers();
  const seconds = env().SESSION_SECONDS;
  const address = asked.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
  const userAgent = asked.get('user-agent') ?? '';
  const { user, sessionId } = await signIn(getEngine(), {
    username,
    password,
    door: 'web',
    address,
    userAgent,
    lifetime: seconds * 1000,
    now: new Date(),
  });
  const name = sessionCookieName();
  const value = await encodeSession({ sessionId, userId: user.id, name: user.displayName });
  (await cookies()).set(name, value, { httpOnly: true, sameSite: 'lax', secure: name.startsWith('__Secure-'), path: '/', maxAge: seconds });
}

/** Where to go after signing in: a path of this very site, or the first page. */
export function safeReturn(next: string | undefined): string {
  if (!next?.startsWith('/') || /^\/[/\\]|[\\\p{Cc}]/u.test(next)) return '/';
  const here = 'http://here.invalid';
  return URL.canParse(next, here) && new URL(next, here).origin === here ? next : '/';
}
