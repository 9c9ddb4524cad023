import { findUser, type UserRow } from '@/db/queries/users';
import { actingUser, type Ctx } from '../context';
import { DomainError } from '../errors';
import { may } from '../permissions';

/** A user without his password's hash; one's own needs no right. Throws `not_found`. */
export async function getUser(ctx: Ctx, id: number): Promise<Omit<UserRow, 'passwordHash'>> {
  if (actingUser(ctx) !== id) may(ctx, 'user.manage');
  const user = await ctx.db.read((tx) => findUser(tx, id));
  if (!user) throw new DomainError('not_found');
  const { passwordHash: _, ...shown } = user;
  return shown;
}
