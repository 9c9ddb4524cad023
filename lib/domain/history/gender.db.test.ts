import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { users } from '@/db/schema/users';
import { ctxOf, systemCtx } from '@/lib/testing/people';
import { createClient } from '../clients/create-client';
import { previewUndo } from '../undo/undo-operation';
import { listHistory } from './list-history';

test('whoever acts has the gender of the profile as it is now; programs that of their names', async () => {
  const [olga, ivan] = [await ctxOf('admin'), await ctxOf('manager')];
  await createClient(olga, { company: 'А' });
  await createClient(ivan, { company: 'Б' });
  await createClient({ ...systemCtx(), actor: { type: 'system', name: '1С' } }, { company: 'В' });
  await createClient({ ...systemCtx(), actor: { type: 'system', name: 'API' } }, { company: 'Г' });
  const genders = async () => {
    const { entries } = await listHistory(olga, { entity: 'client', limit: 10 });
    return entries.map(({ gender }) => gender).join('');
  };
  expect(await genders()).toBe('mfmm');
  if (olga.actor.type !== 'user') throw new Error('olga is a user');
  const { id } = olga.actor;
  await olga.db.transaction((tx) => tx.update(users).set({ gender: 'f' }).where(eq(users.id, id)));
  expect(await genders()).toBe('mfmf');
  const { entries } = await listHistory(olga, { actorId: id, entity: 'client', limit: 1 });
  expect((await previewUndo(olga, entries[0]?.operation.id ?? 0)).gender).toBe('f');
});
