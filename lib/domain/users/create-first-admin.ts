import { countUsers, type UserRow } from '@/db/queries/users';
import { hashPassword } from '@/lib/auth/password';
import { type Ctx, unit } from '../context';
import { DomainError } from '../errors';
import { addUser } from './write-user';

/**
 * The first administrator, while there is no user at all; whoever calls has proved to read the console.
 * Throws `already_set_up`.
 */
export async function createFirstAdmin(ctx: Ctx, { username, password }: { username: string; password: string }): Promise<UserRow> {
  const passwordHash = await hashPassword(password);
  return unit(ctx, async (tx) => {
    if ((await countUsers(tx)) > 0) throw new DomainError('already_set_up');
    return addUser(tx, ctx, { username, displayName: username, role: 'admin', passwordHash }, 'user.create');
  });
}
