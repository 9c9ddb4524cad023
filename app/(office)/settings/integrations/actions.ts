'use server';

import { randomBytes } from 'node:crypto';
import { getTranslations } from 'next-intl/server';
import { topicPrefix, wordOfField } from '@/components/exchange/connection-fields';
import type { ConnectionFormState, Shown } from '@/components/exchange/form-state';
import { exchangeWords, wordOr } from '@/components/exchange/words';
import { createConnection } from '@/lib/domain/connections/create-connection';
import { deleteConnection } from '@/lib/domain/connections/delete-connection';
import { editConnection } from '@/lib/domain/connections/edit-connection';
import { getConnection } from '@/lib/domain/connections/get-connection';
import { pauseConnection, resumeConnection } from '@/lib/domain/connections/pause-connection';
import { rotateSecret } from '@/lib/domain/connections/rotate-secret';
import type { SecretInput } from '@/lib/domain/connections/secrets';
import { DomainError } from '@/lib/domain/errors';
import { actionCtx, numberIn, press, refusalOf, typedValues } from '@/lib/entry/action';
import type { PageCtx } from '@/lib/entry/page';
import { leaveUndo } from '@/lib/entry/toast';
import { calledAddress } from '@/lib/integrations/address';
import type { Provider } from '@/lib/integrations/provider';
import { type ConnectionTexts, readConnection, readSecrets } from '@/lib/integrations/read-input';
import { providerOf } from '@/lib/integrations/registry';

const list = '/settings/integrations';

/** Bytes of a password that is made up here: 120 bits. */
const passwordBytes = 15;

function textsOf(values: Record<string, string>): ConnectionTexts {
  const topics = Object.keys(values).flatMap((name) => (name.startsWith(topicPrefix) ? name.slice(topicPrefix.length) : []));
  return { name: values.name ?? '', texts: values, topics };
}

function knownProvider(kind: string | undefined): Provider {
  const provider = providerOf(kind ?? '');
  if (!provider) throw new DomainError('not_found');
  return provider;
}

/** A password of ours that nobody has thought of is made up. */
function withPasswords(secrets: readonly SecretInput[]): SecretInput[] {
  return secrets.map((secret) =>
    secret.origin === 'password' && !secret.value ? { ...secret, value: randomBytes(passwordBytes).toString('base64url') } : secret,
  );
}

/** Secrets have no way back into a form. */
function withoutSecrets(values: Record<string, string>, provider: Provider | undefined): Record<string, string> {
  const names = new Set(provider?.secrets.map(({ name }) => name));
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.has(name)));
}

/** A form that ends with something shown once, or comes back with everything typed. */
async function show(
  previous: ConnectionFormState,
  data: FormData,
  run: (ctx: PageCtx, values: Record<string, string>) => Promise<Shown>,
): Promise<ConnectionFormState> {
  const values = typedValues(data);
  const kept = { values: withoutSecrets(values, providerOf(values.kind ?? '')), attempt: previous.attempt + 1 };
  try {
    const shown = await run(await actionCtx(), values);
    return { ...kept, errors: {}, message: null, code: null, id: null, stale: null, shown };
  } catch (error) {
    return { ...kept, ...(await refusalOf(error)), stale: null, shown: null };
  }
}

async function shownRows(kind: string, secrets: Record<string, string>, url: string | null): Promise<Shown['rows']> {
  const t = await exchangeWords();
  const row = (name: string, label: string, value: string) => ({ name, label, value, copy: t('copy', { what: label }) });
  const address = url === null ? [] : [row('address', t('address'), url)];
  return [...address, ...Object.entries(secrets).map(([name, value]) => row(name, wordOfField(t, 'fields', kind, name) ?? name, value))];
}

export async function addConnectionAction(previous: ConnectionFormState, data: FormData): Promise<ConnectionFormState> {
  return show(previous, data, async (ctx, values) => {
    const provider = knownProvider(values.kind);
    const secrets = withPasswords(readSecrets(provider, values));
    const missing = secrets.filter(({ origin, value }) => origin !== 'made' && !value).map(({ name }) => [name, [{ rule: 'required' }]]);
    const input = readConnection(provider, textsOf(values), Object.fromEntries(missing));
    const { connection, made } = await createConnection(ctx, { kind: provider.kind, ...input, secrets });
    const passwords = secrets.flatMap(({ name, origin, value = '' }) => (origin === 'password' ? [[name, value]] : []));
    // The name goes with the password of ours.
    const login = passwords.length > 0 && typeof input.settings.login === 'string' ? { login: input.settings.login } : {};
    return {
      href: `${list}/${connection.id}`,
      rows: await shownRows(provider.kind, { ...login, ...made, ...Object.fromEntries(passwords) }, calledAddress(connection)),
    };
  });
}

/** Another secret in the place of one; what was made here is shown once. */
export async function changeSecretAction(previous: ConnectionFormState, data: FormData): Promise<ConnectionFormState> {
  return show(previous, data, async (ctx, values) => {
    const id = numberIn(data, 'id') ?? 0;
    const provider = knownProvider((await getConnection(ctx, id)).kind);
    const [secret] = withPasswords(readSecrets(provider, values)).filter(({ name }) => name === values.which);
    if (!secret) throw new DomainError('not_found');
    const { made } = await rotateSecret(ctx, { id, secret });
    const value = made ?? (secret.origin === 'password' ? secret.value : undefined);
    return { href: `${list}/${id}`, rows: await shownRows(provider.kind, value === undefined ? {} : { [secret.name]: value }, null) };
  });
}

export async function saveConnectionAction(previous: ConnectionFormState, data: FormData): Promise<ConnectionFormState> {
  const id = numberIn(data, 'id') ?? 0;
  const values = typedValues(data);
  try {
    const ctx = await actionCtx();
    const input = readConnection(knownProvider(values.kind), textsOf(values));
    await editConnection(ctx, { id, ...input, expectedVersion: numberIn(values, 'over') ?? numberIn(values, 'version') });
  } catch (error) {
    const refusal = await refusalOf(error);
    const stale = refusal.code === 'stale_version' ? await standing(id) : null;
    return { ...refusal, values, stale, attempt: previous.attempt + 1, shown: null };
  }
  return press(`${list}/${id}/settings`, async () => `${list}/${id}/settings?saved=1`);
}

async function standing(id: number): Promise<ConnectionFormState['stale']> {
  const t = await exchangeWords();
  const { name, version, settings } = await getConnection(await actionCtx(), id);
  const facts = Object.entries(settings).map(([field, value]) => ({
    label: wordOr(t, `fields.${field}`, field),
    value: String(value ?? ''),
  }));
  return { version, facts: [{ label: t('fields.name'), value: name }, ...facts] };
}

/** Pauses a connection, or lets it work again. */
export async function switchConnectionAction(data: FormData): Promise<never> {
  const id = numberIn(data, 'id') ?? 0;
  return press(`${list}/${id}`, async (ctx) => {
    const { name, state } = await (data.get('state') === 'paused' ? pauseConnection(ctx, id) : resumeConnection(ctx, id));
    await leaveUndo(
      ctx,
      'connection',
      id,
      (await getTranslations('exchange'))(state === 'paused' ? 'toast.paused' : 'toast.resumed', { name }),
    );
    return `${list}/${id}`;
  });
}

export async function deleteConnectionAction(data: FormData): Promise<never> {
  const id = numberIn(data, 'id') ?? 0;
  return press(`${list}/${id}`, async (ctx) => {
    const { name } = await getConnection(ctx, id);
    await deleteConnection(ctx, { id });
    await leaveUndo(ctx, 'connection', id, (await getTranslations('exchange'))('toast.deleted', { name }));
    return list;
  });
}
