import type { UserRow } from '@/db/queries/users';
import { actingUser, type Ctx, unit } from '../context';
import { DomainError } from '../errors';
import { refuseStale } from '../stale';
import type { Gender } from './gender';
import { loadUser, saveUser } from './write-user';

export interface EditProfile {
  displayName: string;
  gender: Gender;
  expectedVersion?: number;
}

/** A user changes the own name and gender. Throws `unauthorized`, `stale_version`. */
export async function editProfile(ctx: Ctx, { displayName, gender, expectedVersion }: EditProfile): Promise<UserRow> {
  const id = actingUser(ctx);
  if (id === null) throw new DomainError('unauthorized');
  return unit(ctx, async (tx) => {
    const before = await loadUser(tx, id);
    refuseStale(before, expectedVersion);
    return saveUser(tx, ctx, before, { ...before, displayName, gender }, 'user.profile');
  });
}
