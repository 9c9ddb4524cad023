import { endSessions, type UserRow } from '@/db/queries/users';
import { type Ctx, unit } from '../context';
import { may, type Role } from '../permissions';
import { refuseStale } from '../stale';
import type { Gender } from './gender';
import { loadUser, saveUser } from './write-user';

export interface EditUser {
  id: number;
  role?: Role;
  displayName?: string;
  gender?: Gender;
  disabled?: boolean;
  expectedVersion?: number;
}

/**
 * Changes a user's name, gender or role, or closes and opens the account; a closed account loses its sessions at once. Throws
 * `not_found`, `stale_version`, `last_admin`.
 */
export async function editUser(ctx: Ctx, { id, disabled, expectedVersion, ...input }: EditUser): Promise<UserRow> {
  may(ctx, 'user.manage');
  return unit(ctx, async (tx) => {
    const before = await loadUser(tx, id);
    refuseStale(before, expectedVersion);
    const at = ctx.now().getTime();
    const disabledAt = disabled === undefined ? before.disabledAt : disabled ? (before.disabledAt ?? at) : null;
    if (disabledAt !== null) await endSessions(tx, id, at);
    const { role = before.role, displayName = before.displayName, gender = before.gender } = input;
    return saveUser(tx, ctx, before, { ...before, role, displayName, gender, disabledAt }, 'user.edit');
  });
}
