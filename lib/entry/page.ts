import { randomUUID } from 'node:crypto';
import { cookies, headers } from 'next/headers';
import { forbidden, notFound, redirect } from 'next/navigation';
import { connection } from 'next/server';
import { getLocale } from 'next-intl/server';
import { cache } from 'react';
import { getEngine } from '@/db/client';
import { actorOfSession } from '@/lib/auth/sessions';
import { sessionCookieName, sessionOfCookie } from '@/lib/auth/web-session';
import type { Ctx, UserActor } from '@/lib/domain/context';
import { isDomainError } from '@/lib/domain/errors';
import { can, type Permission } from '@/lib/domain/permissions';
import { getSettings } from '@/lib/domain/settings/get-settings';
import { hasUsers } from '@/lib/domain/users/list-users';
import { type Format, makeFormat } from '@/lib/i18n/format';

export type PageCtx = Ctx & { actor: UserActor };

/** The address that was asked for, with its query; `proxy.ts` notes it. */
export async function pagePath(): Promise<string> {
  return (await headers()).get('x-page-path') ?? '/';
}

/** Who the browser's session belongs to, if to anybody; asked once a request. */
export const pageActor = cache(async (): Promise<UserActor | undefined> => {
  const cookie = (await cookies()).get(sessionCookieName())?.value;
  const sessionId = await sessionOfCookie(cookie);
  return sessionId === undefined ? undefined : actorOfSession(getEngine(), sessionId, new Date());
});

/** The context of whoever has signed in; nobody else gets one. */
export async function signedInCtx(): Promise<PageCtx | undefined> {
  const actor = await pageActor();
  return actor && { actor, source: 'web', requestId: randomUUID(), now: () => new Date(), db: getEngine() };
}

/** The context of the first start, when nobody can have signed in. */
export function setupCtx(): Ctx {
  return { actor: { type: 'system', name: 'setup' }, source: 'web', requestId: randomUUID(), now: () => new Date(), db: getEngine() };
}

/** Whether the first administrator has yet to be made. */
export const isFirstStart = cache(async (): Promise<boolean> => {
  // Never at build time, which has no database.
  await connection();
  return !(await hasUsers(getEngine()));
});

/** The context of a page. A visitor without a session goes to sign in and comes back; before the first user, to set up. */
export const pageCtx = cache(async (): Promise<PageCtx> => {
  const ctx = await signedInCtx();
  if (ctx) return ctx;
  if (await isFirstStart()) redirect('/setup');
  const path = await pagePath();
  redirect(path === '/' ? '/login' : `/login?next=${encodeURIComponent(path)}`);
});

/** The context of a page that needs a right; without it the page is the «forbidden» one. */
export async function pageCtxFor(permission: Permission): Promise<PageCtx> {
  const ctx = await pageCtx();
  if (!can(ctx, permission)) forbidden();
  return ctx;
}

export const pageSettings = cache(async () => {
  await connection();
  return getSettings(getEngine());
});

/** How this visitor is shown numbers and dates. */
export const pageFormat = cache(async (): Promise<Format> => {
  const [locale, { timeZone, currency }] = await Promise.all([getLocale(), pageSettings()]);
  return makeFormat({ locale, timeZone, currency, now: Date.now() });
});

/** What a verb reads; a record that is not there is the «not found» page. */
export async function found<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (isDomainError(error) && error.code === 'not_found') notFound();
    if (isDomainError(error) && error.code === 'forbidden') forbidden();
    throw error;
  }
}

/** A record's number in a path; anything else is the «not found» page. */
export function recordId(segment: string): number {
  const id = /^[1-9]\d{0,14}$/.test(segment) ? Number(segment) : undefined;
  return id ?? notFound();
}
