import type { Engine } from '@/db/engines/engine';
import { countUsers, listUserRows, type UserRow } from '@/db/queries/users';
import type { Ctx } from '../context';
import { may } from '../permissions';

/** All users by name, without their password hashes. */
export async function listUsers(ctx: Ctx): Promise<Omit<UserRow, 'passwordHash'>[]> {
  may(ctx, 'user.manage');
  const rows = await ctx.db.read(listUserRows);
  return rows.map(({ passwordHash: _, ...user }) => user);
}

/** The names of everybody who may have made an order, for filters. */
export async function listAuthors(ctx: Ctx): Promise<{ id: number; name: string }[]> {
  may(ctx, 'order.read');
  const rows = await ctx.db.read(listUserRows);
  return rows.map(({ id, displayName }) => ({ id, name: displayName }));
}

/** Whether anybody can sign in at all; asked before there is anybody to ask for rights. */
export async function hasUsers(db: Engine): Promise<boolean> {
  return (await db.read(countUsers)) > 0;
}
