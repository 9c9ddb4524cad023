import { endSessions, lastSeenOfUsers, liveSessionsOf, type SessionRow } from '@/db/queries/users';
import { actingUser, type Ctx } from '@/lib/domain/context';
import { may } from '@/lib/domain/permissions';

/** One's own sessions are one's own affair; those of others an administrator's. */
function mayManage(ctx: Ctx, userId: number): void {
  if (actingUser(ctx) !== userId) may(ctx, 'user.manage');
}

/** Where a user is signed in, the latest seen first. */
export async function listSessions(ctx: Ctx, userId: number): Promise<SessionRow[]> {
  mayManage(ctx, userId);
  return ctx.db.read((tx) => liveSessionsOf(tx, userId, ctx.now().getTime()));
}

/** Ends one session of a user; one that has ended already stays so. */
export async function endSession(ctx: Ctx, { userId, id }: { userId: number; id: string }): Promise<void> {
  mayManage(ctx, userId);
  await ctx.db.transaction((tx) => endSessions(tx, userId, ctx.now().getTime(), { id }));
}

/** Signs a user out everywhere, API tokens included. */
export async function endAllSessions(ctx: Ctx, userId: number): Promise<void> {
  mayManage(ctx, userId);
  await ctx.db.transaction((tx) => endSessions(tx, userId, ctx.now().getTime()));
}

/** When each user was last here (UTC epoch ms), as far as sessions are still known. */
export async function lastSeen(ctx: Ctx): Promise<Map<number, number>> {
  may(ctx, 'user.manage');
  return ctx.db.read(lastSeenOfUsers);
}
