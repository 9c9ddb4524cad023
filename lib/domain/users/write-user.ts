import type { Tx } from '@/db/engines/engine';
import { countActiveAdmins, findUser, findUserByName, insertUser, type UserRow, updateUser } from '@/db/queries/users';
import { normalise } from '@/lib/search/normalise';
import type { Ctx } from '../context';
import { DomainError } from '../errors';
import { diffSnapshots, type Snapshot } from '../journal/fields';
import { type Change, recordChange } from '../journal/record-change';
import type { Role } from '../permissions';
import { updated } from '../stale';
import type { Gender } from './gender';

/** A user as the journal keeps it; of a password only that it changed. */
export function userSnapshot(user: UserRow): Snapshot {
  const { username, displayName, role, gender, disabledAt } = user;
  return { username, display_name: displayName, role, gender, disabled: disabledAt !== null };
}

/** How names are compared: «Иван» and «иван» are one account. */
export function usernameKey(username: string): string {
  return normalise(username);
}

export async function loadUser(tx: Tx, id: number): Promise<UserRow> {
  const user = await findUser(tx, id);
  if (!user) throw new DomainError('not_found');
  return user;
}

export interface NewUser {
  username: string;
  displayName: string;
  role: Role;
  gender?: Gender;
  passwordHash: string;
}

/** Step: a new user and its journal entry. Throws `username_taken`. */
export async function addUser(tx: Tx, ctx: Ctx, input: NewUser, kind: string): Promise<UserRow> {
  const { username, displayName, role, gender = 'm', passwordHash } = input;
  const key = usernameKey(username);
  if (await findUserByName(tx, key)) throw new DomainError('username_taken');
  const at = ctx.now().getTime();
  const user = await insertUser(tx, {
    version: 1,
    username,
    usernameKey: key,
    displayName: displayName || username,
    role,
    gender,
    passwordHash,
    createdAt: at,
    updatedAt: at,
    disabledAt: null,
  });
  const change = { entity: 'user', entityId: user.id, action: 'create', versionBefore: null, versionAfter: user.version } as const;
  await recordChange(tx, ctx, kind, [{ ...change, fields: diffSnapshots(null, userSnapshot(user)) }]);
  return user;
}

async function refuseLastAdmin(tx: Tx, before: UserRow, after: UserRow): Promise<void> {
  const was = before.role === 'admin' && before.disabledAt === null;
  const stays = after.role === 'admin' && after.disabledAt === null;
  if (was && !stays && (await countActiveAdmins(tx)) <= 1) throw new DomainError('last_admin');
}

/** Step: a user as it shall be, and the change to record: none when nothing differs. Throws `last_admin`. */
export async function changeUser(
  tx: Tx,
  ctx: Ctx,
  before: UserRow,
  after: UserRow,
): Promise<{ user: UserRow; change: Change | undefined }> {
  await refuseLastAdmin(tx, before, after);
  const fields = diffSnapshots(userSnapshot(before), userSnapshot(after));
  if (after.passwordHash !== before.passwordHash) fields.password = { old: '•', new: '•' };
  if (Object.keys(fields).length === 0) return { user: before, change: undefined };
  const user = updated(await updateUser(tx, { ...after, updatedAt: ctx.now().getTime() }));
  const versions = { versionBefore: before.version, versionAfter: user.version };
  return { user, change: { entity: 'user', entityId: user.id, action: 'update', ...versions, fields } };
}

/** Step: the same with its journal entry. */
export async function saveUser(tx: Tx, ctx: Ctx, before: UserRow, after: UserRow, kind: string): Promise<UserRow> {
  const { user, change } = await changeUser(tx, ctx, before, after);
  if (change) await recordChange(tx, ctx, kind, [change]);
  return user;
}
