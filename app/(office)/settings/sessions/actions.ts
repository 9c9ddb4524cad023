'use server';

import { cookies } from 'next/headers';
import { endAllSessions, endSession } from '@/lib/auth/session-list';
import { sessionCookieName } from '@/lib/auth/web-session';
import { numberIn, press } from '@/lib/entry/action';
import type { PageCtx } from '@/lib/entry/page';

/** Where a user's sessions are shown to whoever looks at them. */
function pageOf(ctx: PageCtx, userId: number): string {
  return userId === ctx.actor.id ? '/settings/sessions?saved=1' : `/settings/users/${userId}?saved=1`;
}

async function leave(): Promise<string> {
  (await cookies()).delete(sessionCookieName());
  return '/login';
}

export async function endSessionAction(data: FormData): Promise<never> {
  const userId = numberIn(data, 'user') ?? 0;
  const id = String(data.get('session') ?? '');
  return press('/settings/sessions', async (ctx) => {
    await endSession(ctx, { userId, id });
    return id === ctx.actor.sessionId ? leave() : pageOf(ctx, userId);
  });
}

/** «Выйти везде»: of one's own sessions this very one ends, too. */
export async function endAllSessionsAction(data: FormData): Promise<never> {
  const userId = numberIn(data, 'user') ?? 0;
  return press('/settings/sessions', async (ctx) => {
    await endAllSessions(ctx, userId);
    return userId === ctx.actor.id ? leave() : pageOf(ctx, userId);
  });
}
