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

/** A table of theirs to ours out of `<field>.<ours>` texts, each with words of theirs joined by commas; as JSON. */
function tableIn(texts: Readonly<Record<string, string>>, field: string): string | undefined {
  const rows = Object.entries(texts).filter(([name]) => name.startsWith(`${field}.`));
  if (rows.length === 0) return undefined;
  const pairs = rows.flatMap(([name, words]) =>
    words.split(',').flatMap((word) => (word.trim() ? [[word.trim(), name.slice(field.length + 1)]] : [])),
  );
  return JSON.stringify(Object.fromEntries(pairs));
}

/** The texts of a form for settings as they are stored: the way back of `readConnection`. */
export function textsOfSettings(settings: Record<string, Json>): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [field, value] of Object.entries(settings)) {
    if (typeof value !== 'object') texts[field] = String(value);
    else if (value !== null && !Array.isArray(value))
      for (const [theirs, ours] of Object.entries(value)) {
        const name = `${field}.${String(ours)}`;
        texts[name] = texts[name] === undefined ? theirs : `${texts[name]}, ${theirs}`;
      }
  }
  return texts;
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
  const known = provider.form.flatMap((field) => {
    const value = texts[field] ?? tableIn(texts, field);
    return value === undefined ? [] : [[field, value]];
  });
  const settings = checked(provider.settings, Object.fromEntries(known));
  const chosen = choosesTopics(provider)
    ? checked(z.object({ topics: connectionTopics.refine((list) => list.length > 0, 'topics') }), { topics: [...topics] })
    : { topics: provider.topics };
  if (!named || !chosen || Object.keys(issues).length > 0) throw new DomainError('validation', { fields: issues });
  // What the form does not ask for – a mapping, say – has a page of its own, and stays as it is.
  const asked = Object.entries(settings as Record<string, Json>).filter(([field]) => provider.form.includes(field));
  return { ...named, ...chosen, settings: Object.fromEntries(asked) };
}

/** The secrets of a kind, with the values of those that somebody gives. */
export function readSecrets(provider: Provider, texts: Readonly<Record<string, string>>): SecretInput[] {
  return provider.secrets.map(({ name, origin }) => ({ name, origin, value: origin === 'made' ? undefined : texts[name] }));
}
