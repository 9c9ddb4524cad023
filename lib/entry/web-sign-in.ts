import { cookies, headers } from 'next/headers';
import { getEngine } from '@/db/client';
import { findUser } from '@/db/queries/users';
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

/** The same for a user whose number the page knows. Throws the same, and tells an unknown number from a wrong password no better. */
export async function signInHereAgain(userId: number, password: string): Promise<void> {
  const user = Number.isSafeInteger(userId) ? await getEngine().read((tx) => findUser(tx, userId)) : undefined;
  await signInHere({ username: user?.username ?? '', password: password.slice(0, 200) });
}

/** Where to go after signing in: a path of this very site, or the first page. */
export function safeReturn(next: string | undefined): string {
  if (!next?.startsWith('/') || /^\/[/\\]|[\\\p{Cc}]/u.test(next)) return '/';
  const here = 'http://here.invalid';
  return URL.canParse(next, here) && new URL(next, here).origin === here ? next : '/';
}
