import { expect, test } from 'vitest';
import { createClient } from '@/lib/domain/clients/create-client';
import { isDomainError } from '@/lib/domain/errors';
import { actorOf, systemCtx } from '@/lib/testing/people';
import { submitOnce } from './idempotency';

async function send(key: string | undefined, company: string) {
  const ctx = { ...systemCtx(), actor: await actorOf('manager') };
  return submitOnce(ctx, {
    path: '/clients/new',
    key,
    content: { company },
    run: (once) => createClient(once, { company }),
    idOf: ({ id }) => id,
  });
}

test('a double click makes one record: every send is led to it', async () => {
  const ids = await Promise.all(Array.from({ length: 5 }, () => send('double', 'ООО «Вектор»')));
  expect(new Set(ids).size).toBe(1);
  expect(await send('double', 'ООО «Вектор»')).toBe(ids[0]);
});

test('the same form with other content is refused, and told what it has become', async () => {
  const id = await send('back', 'ООО «Берег»');
  const error = await send('back', 'ООО «Маяк»').catch((cause: unknown) => cause);
  expect(isDomainError(error) && [error.code, error.details.id]).toEqual(['form_already_saved', id]);
});

test('without a key every send is a record of its own', async () => {
  expect(await send(undefined, 'ООО «Ясень»')).not.toBe(await send(undefined, 'ООО «Ясень»'));
});
