import { parse } from 'cookie';
import type { Engine } from '@/db/engines/engine';
import { actorOfSession } from '@/lib/auth/sessions';
import { sessionOfToken } from '@/lib/auth/tokens';
import { sessionCookieName, sessionOfCookie } from '@/lib/auth/web-session';
import type { UserActor } from '@/lib/domain/context';
import { DomainError } from '@/lib/domain/errors';
import { appUrl } from '@/lib/env';
import { DoorError } from './errors';
import type { ApiRequest } from './http';

/** A browser sends its cookie from anywhere; a call that may write must come from our own pages. */
export function refuseCrossSite({ headers }: Pick<ApiRequest, 'headers'>): void {
  if (headers['sec-fetch-site'] === 'same-origin') return;
  const origin = headers.origin !== undefined && URL.canParse(headers.origin) ? new URL(headers.origin) : undefined;
  const own = origin && (origin.origin === new URL(appUrl()).origin || origin.host === headers.host);
  if (!own) throw new DoorError('cross_site');
}

function bearerOf(header: string | undefined): string | undefined {
  return /^Bearer +([\w-]+\.[\w-]+\.[\w-]+) *$/i.exec(header ?? '')?.[1];
}

/** Who calls: by a Bearer token, else by the browser's session cookie. Throws `unauthorized`, `cross_site`. */
export async function authenticate(db: Engine, request: ApiRequest, now: Date): Promise<UserActor> {
  const { headers, method } = request;
  const byToken = headers.authorization !== undefined;
  const sessionId = byToken
    ? await sessionOfToken(bearerOf(headers.authorization) ?? '', 'access', now)
    : await sessionOfCookie(parse(headers.cookie ?? '')[sessionCookieName()]);
  const actor = sessionId === undefined ? undefined : await actorOfSession(db, sessionId, now);
  if (!actor) throw new DomainError('unauthorized');
  if (!byToken && method !== 'GET') refuseCrossSite(request);
  return actor;
}
