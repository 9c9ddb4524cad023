'use server';

import { getTranslations } from 'next-intl/server';
import { clientChoice } from '@/components/clients/client-choice-of';
import { clientFormWords, clientValues } from '@/components/clients/client-form-setup';
import type { ClientMadeState } from '@/components/clients/client-panel';
import { mergeOffer } from '@/components/merge/merge-offer';
import { formalName } from '@/lib/domain/clients/client-name';
import { createClient } from '@/lib/domain/clients/create-client';
import { deleteClient } from '@/lib/domain/clients/delete-client';
import { editClient } from '@/lib/domain/clients/edit-client';
import { getClient, getClientCard } from '@/lib/domain/clients/get-client';
import { restoreClient } from '@/lib/domain/clients/restore-client';
import { type ClientInput, clientFields } from '@/lib/domain/clients/schema';
import type { Ctx } from '@/lib/domain/context';
import { getOvertaken } from '@/lib/domain/merge/get-overtaken';
import { mergeClient } from '@/lib/domain/merge/merge-record';
import { validate } from '@/lib/domain/validate';
import { actionCtx, numberIn, press, refusalOf, submit, takenIn, typedValues } from '@/lib/entry/action';
import { type FormState, freshForm, type StaleRecord } from '@/lib/entry/form-state';
import { submitOnce } from '@/lib/entry/idempotency';
import { nestedInput } from '@/lib/entry/nested-input';
import { type PageCtx, pageFormat } from '@/lib/entry/page';
import { leaveUndo } from '@/lib/entry/toast';

interface Lost {
  id: number;
  /** The version the form was opened with. */
  version: number | undefined;
  typed: ClientInput;
}

async function offerOf(ctx: Ctx, { id, version, typed }: Lost) {
  if (version === undefined) return undefined;
  const overtaken = await getOvertaken(ctx, { entity: 'client', id, version });
  const setting = { entity: 'client', href: `/clients/${id}`, format: await pageFormat(), clientNames: new Map<number, string>() } as const;
  return { version: overtaken.version, offer: await mergeOffer(overtaken, mergeClient(overtaken, typed), setting) };
}

async function currentClient(ctx: Ctx, lost: Lost): Promise<StaleRecord> {
  const [client, words, merged] = await Promise.all([getClient(ctx, lost.id), clientFormWords(), offerOf(ctx, lost)]);
  const { id: _, version: __, ...values } = clientValues(client);
  const { same: _same, ...labels }: Record<string, unknown> = words;
  return {
    version: merged?.version ?? client.version,
    offer: merged?.offer,
    facts: Object.entries(values).map(([name, value]) => ({ label: String(labels[name] ?? name), value })),
  };
}

/** A new client, once for its form; the number. */
function addOnce(ctx: PageCtx, input: ClientInput, values: Record<string, string>): Promise<number> {
  const run = (once: Ctx) => createClient(once, input);
  return submitOnce(ctx, { path: '/clients/new', key: values.form_key, content: input, run, idOf: (client) => client.id });
}

/** Changes a client by what was typed – merged, as was chosen, with what somebody saved meanwhile – or by what was typed alone. */
async function saveClient(ctx: Ctx, id: number, input: ClientInput, values: Record<string, string>): Promise<void> {
  const [version, seen] = [numberIn(values, 'version'), numberIn(values, 'merge')];
  if (version === undefined || seen === undefined) {
    await editClient(ctx, { id, input, expectedVersion: numberIn(values, 'over') ?? version });
    return;
  }
  const merge = mergeClient(await getOvertaken(ctx, { entity: 'client', id, version }), input);
  await editClient(ctx, { id, input: merge.resolve(takenIn(values)), expectedVersion: seen });
}

/** Adds or changes a client, whichever the form is about. */
export async function saveClientAction(previous: FormState, data: FormData): Promise<FormState> {
  const id = numberIn(data, 'id');
  let typed: ClientInput = {};
  return submit({
    previous,
    data,
    schema: clientFields,
    run: async (ctx, input, values) => {
      typed = input;
      if (id === undefined) return `/clients/${await addOnce(ctx, input, values)}`;
      await saveClient(ctx, id, input, values);
      return `/clients/${id}`;
    },
    current: (ctx) => currentClient(ctx, { id: id ?? 0, version: numberIn(data, 'version'), typed }),
  });
}

/** Says what became of a client, with the way back. */
async function tell(ctx: PageCtx, id: number, key: 'clientDeleted' | 'clientRestored'): Promise<void> {
  const [{ client }, t] = await Promise.all([getClientCard(ctx, id), getTranslations('toast')]);
  await leaveUndo(ctx, 'client', id, t(key, { name: formalName(client) }));
}

/** Adds a client beside a form that needs him, and answers him as a picker shows him. */
export async function addClientHereAction(previous: ClientMadeState, data: FormData): Promise<ClientMadeState> {
  const values = typedValues(data);
  try {
    const ctx = await actionCtx();
    const id = await addOnce(ctx, validate(clientFields, nestedInput(clientFields, values)), values);
    return { ...freshForm(values), attempt: previous.attempt + 1, made: clientChoice(await getClient(ctx, id)) };
  } catch (error) {
    return { ...(await refusalOf(error)), values, stale: null, attempt: previous.attempt + 1 };
  }
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
