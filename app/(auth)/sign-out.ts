'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { signOut } from '@/lib/auth/sessions';
import { sessionCookieName } from '@/lib/auth/web-session';
import { signedInCtx } from '@/lib/entry/page';

/** Ends the session and forgets its cookie. */
export async function signOutAction(): Promise<never> {
  const ctx = await signedInCtx();
  if (ctx) await signOut(ctx.db, ctx.actor, ctx.now());
  (await cookies()).delete(sessionCookieName());
  redirect('/login');
}
