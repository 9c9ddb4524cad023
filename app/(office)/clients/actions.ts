'use server';

import { getTranslations } from 'next-intl/server';
import { clientFormWords, clientValues } from '@/components/clients/client-form-setup';
import { formalName } from '@/lib/domain/clients/client-name';
import { createClient } from '@/lib/domain/clients/create-client';
import { deleteClient } from '@/lib/domain/clients/delete-client';
import { editClient } from '@/lib/domain/clients/edit-client';
import { getClient, getClientCard } from '@/lib/domain/clients/get-client';
import { restoreClient } from '@/lib/domain/clients/restore-client';
import { clientFields } from '@/lib/domain/clients/schema';
import type { Ctx } from '@/lib/domain/context';
import { numberIn, press, submit } from '@/lib/entry/action';
import type { FormState, StaleRecord } from '@/lib/entry/form-state';
import { submitOnce } from '@/lib/entry/idempotency';
import type { PageCtx } from '@/lib/entry/page';
import { leaveUndo } from '@/lib/entry/toast';

async function currentClient(ctx: Ctx, id: number): Promise<StaleRecord> {
  const [client, words] = await Promise.all([getClient(ctx, id), clientFormWords()]);
  const { id: _, version: __, ...values } = clientValues(client);
  const { same: _same, ...labels }: Record<string, unknown> = words;
  return {
    version: client.version,
    facts: Object.entries(values).map(([name, value]) => ({ label: String(labels[name] ?? name), value })),
  };
}

/** Adds or changes a client, whichever the form is about. */
export async function saveClientAction(previous: FormState, data: FormData): Promise<FormState> {
  const id = numberIn(data, 'id');
  return submit({
    previous,
    data,
    schema: clientFields,
    run: async (ctx, input, values) => {
      if (id === undefined) {
        const run = (once: Ctx) => createClient(once, input);
        const made = await submitOnce(ctx, {
          path: '/clients/new',
          key: values.form_key,
          content: input,
          run,
          idOf: (client) => client.id,
        });
        return `/clients/${made}`;
      }
      await editClient(ctx, { id, input, expectedVersion: numberIn(values, 'over') ?? numberIn(values, 'version') });
      return `/clients/${id}`;
    },
    current: (ctx) => currentClient(ctx, id ?? 0),
  });
}

/** Says what became of a client, with the way back. */
async function tell(ctx: PageCtx, id: number, key: 'clientDeleted' | 'clientRestored'): Promise<void> {
  const [{ client }, t] = await Promise.all([getClientCard(ctx, id), getTranslations('toast')]);
  await leaveUndo(ctx, 'client', id, t(key, { name: formalName(client) }));
}

export async function deleteClientAction(data: FormData): Promise<never> {
  const id = numberIn(data, 'id') ?? 0;
  return press(`/clients/${id}`, async (ctx) => {
    await deleteClient(ctx, { id, cascade: data.get('cascade') === '1', expectedVersion: numberIn(data, 'version') });
    await tell(ctx, id, 'clientDeleted');
    return `/clients/${id}`;
  });
}

export async function restoreClientAction(data: FormData): Promise<never> {
  const id = numberIn(data, 'id') ?? 0;
  return press(`/clients/${id}`, async (ctx) => {
    await restoreClient(ctx, id);
    await tell(ctx, id, 'clientRestored');
    return `/clients/${id}`;
  });
}
