import { expect, test } from 'vitest';
import { ctxOf, systemCtx } from '@/lib/testing/people';
import type { Ctx } from '../context';
import { isDomainError } from '../errors';
import { listHistory } from '../history/list-history';
import { getKeyboard, saveKeyboard } from '../preferences/keyboard';
import { editSettings } from '../settings/edit-settings';
import { getSettings } from '../settings/get-settings';
import { undoOperation } from '../undo/undo-operation';
import { verifyDatabase } from '../verify/verify-database';
import { createUser } from './create-user';
import { editProfile } from './edit-profile';
import { editUser } from './edit-user';
import { getUser } from './get-user';

async function code(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'done',
    (error) => {
      if (isDomainError(error)) return error.code;
      throw error;
    },
  );
}

function idOf({ actor }: Ctx): number {
  if (actor.type !== 'user') throw new Error('not a user');
  return actor.id;
}

test('a profile is one’s own: name and gender, told in the history and taken back by an administrator', async () => {
  const [viewer, admin] = [await ctxOf('viewer'), await ctxOf('admin')];
  const id = idOf(viewer);
  const before = await getUser(viewer, id);
  await editProfile(viewer, { displayName: 'Ольга Сафина', gender: 'f', expectedVersion: before.version });
  expect(await code(editProfile(viewer, { displayName: 'Другая', gender: 'm', expectedVersion: before.version }))).toBe('stale_version');
  const { entries } = await listHistory(admin, { entity: 'user', entityId: id, limit: 1 });
  expect(entries[0]).toMatchObject({ gender: 'f', operation: { kind: 'user.profile' } });
  expect(entries[0]?.fields).toEqual({
    display_name: { old: 'viewer', new: 'Ольга Сафина' },
    gender: { old: 'm', new: 'f' },
  });
  await undoOperation(admin, entries[0]?.operation.id ?? 0);
  expect(await getUser(viewer, id)).toMatchObject({ displayName: 'viewer', gender: 'm' });
  expect(await code(getUser(viewer, idOf(admin)))).toBe('forbidden');
  expect('passwordHash' in (await getUser(admin, id))).toBe(false);
});

test('the last administrator stays one; a stale form changes nobody', async () => {
  const admin = await ctxOf('admin');
  const id = idOf(admin);
  expect(await code(editUser(admin, { id, role: 'manager' }))).toBe('last_admin');
  expect(await code(editUser(admin, { id, disabled: true }))).toBe('last_admin');
  const other = await createUser(admin, { username: 'second', password: 'long enough', role: 'admin', display_name: '', gender: 'f' });
  expect(other.gender).toBe('f');
  expect(await code(editUser(admin, { id: other.id, role: 'viewer', expectedVersion: 7 }))).toBe('stale_version');
  await editUser(admin, { id: other.id, role: 'viewer', displayName: 'Вторая', expectedVersion: 1 });
  expect(await getUser(admin, other.id)).toMatchObject({ role: 'viewer', displayName: 'Вторая', gender: 'f', version: 2 });
});

test('single letters are on until they are turned off, for oneself alone', async () => {
  const [viewer, manager] = [await ctxOf('viewer'), await ctxOf('manager')];
  expect(await getKeyboard(viewer)).toEqual({ letters: true });
  await saveKeyboard(viewer, { letters: false });
  await saveKeyboard(viewer, { letters: false });
  expect([await getKeyboard(viewer), await getKeyboard(manager)]).toEqual([{ letters: false }, { letters: true }]);
  await saveKeyboard(viewer, { letters: true });
  expect(await getKeyboard(viewer)).toEqual({ letters: true });
});

test('requisites are saved field by field, told in the history and taken back', async () => {
  const admin = await ctxOf('admin');
  await editSettings(admin, { input: { organisation: 'ООО «Берег»' } });
  const before = await getSettings(admin.db);
  await editSettings(admin, {
    input: { inn: '7707083893', pending_days: 5, correspondent_account: '30101810400000000225', logo: 'a'.repeat(64), currency: 'BYN' },
    expectedVersion: before.version,
  });
  expect(await getSettings(admin.db)).toMatchObject({ organisation: 'ООО «Берег»', inn: '7707083893', pendingDays: 5, currency: 'BYN' });
  const { entries } = await listHistory(admin, { entity: 'settings', limit: 1 });
  expect(Object.keys(entries[0]?.fields ?? {}).sort()).toEqual(['correspondent_account', 'currency', 'inn', 'logo', 'pending_days']);
  await undoOperation(admin, entries[0]?.operation.id ?? 0);
  expect(await getSettings(admin.db)).toEqual({ ...before, version: before.version + 2 });
  expect(await code(editSettings(admin, { input: { inn: '' }, expectedVersion: before.version }))).toBe('stale_version');
  expect((await verifyDatabase(systemCtx().db)).problems).toEqual([]);
});
