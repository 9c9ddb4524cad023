import { endSessions, type UserRow } from '@/db/queries/users';
import { type Ctx, unit } from '../context';
import { may, type Role } from '../permissions';
import { loadUser, saveUser } from './write-user';

export interface EditUser {
  id: number;
  role?: Role;
  disabled?: boolean;
}

/** Changes a user's role, or closes and opens the account; a closed account loses its sessions at once. Throws `not_found`, `last_admin`. */
export async function editUser(ctx: Ctx, { id, role, disabled }: EditUser): Promise<UserRow> {
  may(ctx, 'user.manage');
  return unit(ctx, async (tx) => {
    const before = await loadUser(tx, id);
    const at = ctx.now().getTime();
    const disabledAt = disabled === undefined ? before.disabledAt : disabled ? (before.disabledAt ?? at) : null;
    if (disabledAt !== null) await endSessions(tx, id, at);
    return saveUser(tx, ctx, before, { ...before, role: role ?? before.role, disabledAt }, 'user.edit');
  });
}
