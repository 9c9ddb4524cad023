import { z } from 'zod';
import { connectionName, connectionTopics, type Topic } from '@/lib/domain/connections/schema';
import type { SecretInput } from '@/lib/domain/connections/secrets';
import { DomainError, type FieldIssues } from '@/lib/domain/errors';
import type { Json } from '@/lib/domain/journal/fields';
import { fieldIssues } from '@/lib/domain/validate';
import type { Provider } from './provider';

/** Whether connections of a kind choose what they are told of; the others are told of what their kind needs. */
export function choosesTopics({ topics, deliver }: Provider): boolean {
  return deliver !== undefined && topics.length === 0;
}

/** What a form or the command line says of a connection: texts by the names of settings and secrets. */
export interface ConnectionTexts {
  name: string;
  texts: Readonly<Record<string, string>>;
  /** Only where the kind lets one choose. */
  topics: readonly string[];
}

export interface ConnectionInput {
  name: string;
  topics: readonly Topic[];
  settings: Record<string, Json>;
}

/** Name, topics and settings by the kind's own rules. Throws `validation` with every bad field at once. */
export function readConnection(provider: Provider, { name, texts, topics }: ConnectionTexts, besides: FieldIssues = {}): ConnectionInput {
  const issues: FieldIssues = { ...besides };
  function checked<T>(schema: z.ZodType<T>, input: unknown): T | undefined {
    const parsed = schema.safeParse(input, { reportInput: true });
    if (!parsed.success) Object.assign(issues, fieldIssues(parsed.error.issues));
    return parsed.data;
  }
  const named = checked(z.object({ name: connectionName }), { name });
  const known = provider.form.flatMap((field) => (texts[field] === undefined ? [] : [[field, texts[field]]]));
  const settings = checked(provider.settings, Object.fromEntries(known));
  const chosen = choosesTopics(provider)
    ? checked(z.object({ topics: connectionTopics.min(1, 'required') }), { topics: [...topics] })
    : { topics: provider.topics };
  if (!named || !chosen || Object.keys(issues).length > 0) throw new DomainError('validation', { fields: issues });
  return { ...named, ...chosen, settings: settings as Record<string, Json> };
}

/** The secrets of a kind, with the values of those that somebody gives. */
export function readSecrets(provider: Provider, texts: Readonly<Record<string, string>>): SecretInput[] {
  return provider.secrets.map(({ name, origin }) => ({ name, origin, value: origin === 'made' ? undefined : texts[name] }));
}
