import { endSessions, findUser, type UserRow } from '@/db/queries/users';
import { hashPassword, verifyPassword } from '@/lib/auth/password';
import { type Ctx, unit } from '../context';
import { DomainError } from '../errors';
import { may } from '../permissions';
import { loadUser, saveUser } from './write-user';

function storePassword(ctx: Ctx, id: number, passwordHash: string): Promise<UserRow> {
  return unit(ctx, async (tx) => {
    const before = await loadUser(tx, id);
    await endSessions(tx, id, ctx.now().getTime());
    return saveUser(tx, ctx, before, { ...before, passwordHash }, 'user.password');
  });
}

/** An administrator sets somebody's password; all sessions of that user end. Throws `not_found`. */
export async function setPassword(ctx: Ctx, { id, password }: { id: number; password: string }): Promise<UserRow> {
  may(ctx, 'user.manage');
  return storePassword(ctx, id, await hashPassword(password));
}

/** A user changes the own password; all own sessions end. Throws `wrong_password`. */
export async function changeOwnPassword(ctx: Ctx, { current, password }: { current: string; password: string }): Promise<UserRow> {
  if (ctx.actor.type !== 'user') throw new DomainError('unauthorized');
  const { id } = ctx.actor;
  const user = await ctx.db.read((tx) => findUser(tx, id));
  if (!(await verifyPassword(user?.passwordHash, current))) throw new DomainError('wrong_password');
  return storePassword(ctx, id, await hashPassword(password));
}
