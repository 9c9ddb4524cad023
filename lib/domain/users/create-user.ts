import type { UserRow } from '@/db/queries/users';
import { hashPassword } from '@/lib/auth/password';
import { type Ctx, unit } from '../context';
import { may } from '../permissions';
import type { UserInput } from './schema';
import { addUser } from './write-user';

/** Adds a user. Throws `username_taken`. */
export async function createUser(ctx: Ctx, { username, password, role, display_name, gender }: UserInput): Promise<UserRow> {
  may(ctx, 'user.manage');
  const passwordHash = await hashPassword(password);
  return unit(ctx, (tx) => addUser(tx, ctx, { username, displayName: display_name, role, gender, passwordHash }, 'user.create'));
}
