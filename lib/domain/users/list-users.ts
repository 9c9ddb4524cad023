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

/** Whether anybody can sign in at all; asked before there is anybody to ask for rights. */
export async function hasUsers(db: Engine): Promise<boolean> {
  return (await db.read(countUsers)) > 0;
}
