import NextAuth from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { getEngine } from '@/db/client';
import { isDomainError } from '@/lib/domain/errors';
import { appUrl, env } from '@/lib/env';
import { authSecret } from './secret';
import { actorOfSession, signIn, signOut } from './sessions';

interface WebUser {
  id: string;
  name: string;
  sid: string;
}

async function authorize(
  given: Record<'username' | 'password', string> | undefined,
  headers: Record<string, unknown>,
): Promise<WebUser | null> {
  const { username = '', password = '' } = given ?? {};
  const forwarded = headers['x-forwarded-for'];
  const address = typeof forwarded === 'string' ? (forwarded.split(',').at(-1)?.trim() ?? '') : '';
  const lifetime = env().SESSION_SECONDS * 1000;
  try {
    const { user, sessionId } = await signIn(getEngine(), {
      username,
      password,
      door: 'web',
      address,
      userAgent: String(headers['user-agent'] ?? ''),
      lifetime,
      now: new Date(),
    });
    return { id: String(user.id), name: user.displayName, sid: sessionId };
  } catch (error) {
    if (isDomainError(error)) return null;
    throw error;
  }
}

let handler: ((request: Request, context: unknown) => Promise<Response>) | undefined;

function makeHandler() {
  // Read by next-auth itself; must stand before the first call.
  process.env.NEXTAUTH_URL = appUrl();
  return NextAuth({
    secret: authSecret(),
    session: { strategy: 'jwt', maxAge: env().SESSION_SECONDS },
    pages: { signIn: '/login' },
    providers: [
      CredentialsProvider({
        credentials: { username: {}, password: { type: 'password' } },
        authorize: (credentials, request) => authorize(credentials, request.headers ?? {}),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user && 'sid' in user ? { ...token, sid: user.sid } : token),
    },
    events: {
      signOut: async ({ token }) => {
        const actor = typeof token.sid === 'string' ? await actorOfSession(getEngine(), token.sid, new Date()) : undefined;
        if (actor) await signOut(getEngine(), actor, new Date());
      },
    },
  }) as (request: Request, context: unknown) => Promise<Response>;
}

/** next-auth's own routes; made at the first call, since the build has no settings. */
export function authHandler(request: Request, context: unknown): Promise<Response> {
  handler ??= makeHandler();
  return handler(request, context);
}
