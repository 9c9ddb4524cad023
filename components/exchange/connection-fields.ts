import { z } from 'zod';
import { topics } from '@/lib/domain/connections/schema';
import type { Provider } from '@/lib/integrations/provider';
import { type ExchangeWords, wordOr } from './words';

/** One field of a connection's form. */
export interface ConnectionField {
  name: string;
  kind: 'text' | 'area' | 'day' | 'select' | 'check' | 'table' | 'password';
  label: string;
  hint?: string;
  /** Of a select; of a table, what words of theirs are to be told apart into. */
  options?: { value: string; label: string }[];
  /** Of a check: the values for no and for yes. */
  check?: { off: string; on: string };
  initial: string;
  /** Has a default: may be left as it is. */
  optional?: boolean;
}

/** What JSON Schema says of one setting. */
interface Described {
  type?: string;
  format?: string;
  enum?: string[];
  default?: unknown;
  maxLength?: number;
  anyOf?: Described[];
  additionalProperties?: Described | boolean;
}

/** Longer texts get several lines. */
const longText = 300;

const yesAndNo = [
  ['no', 'yes'],
  ['0', '1'],
] as const;

/** What a table of theirs to ours may lead to. */
function tableValues({ anyOf = [] }: Described): string[] | undefined {
  const table = anyOf.find(({ additionalProperties }) => typeof additionalProperties === 'object')?.additionalProperties;
  return typeof table === 'object' ? table.enum : undefined;
}

function kindOf(described: Described): Pick<ConnectionField, 'kind' | 'check'> {
  const parts = described.anyOf ?? [];
  const values = described.enum ?? [];
  const pair = yesAndNo.find((words) => values.length === words.length && words.every((word) => values.includes(word)));
  if (pair) return { kind: 'check', check: { off: pair[0], on: pair[1] } };
  if (parts.some(({ type }) => type === 'boolean')) return { kind: 'check', check: { off: 'no', on: 'yes' } };
  if (tableValues(described)) return { kind: 'table' };
  if (values.length > 0) return { kind: 'select' };
  if (described.format === 'date' || parts.some(({ format }) => format === 'date')) return { kind: 'day' };
  return { kind: (described.maxLength ?? 0) > longText ? 'area' : 'text' };
}

/** A label or a hint: of this kind's own field, else of any of that name. */
export function wordOfField(t: ExchangeWords, group: 'fields' | 'fieldHints', kind: string, name: string): string | undefined {
  return [`${group}.${kind}_${name}`, `${group}.${name}`].filter((key) => t.has(key)).map((key) => t(key))[0];
}

/** The settings of a kind as fields: what they are told by its schema, how they are called by the words. */
export function connectionFields(provider: Provider, t: ExchangeWords): ConnectionField[] {
  const { properties = {}, required = [] } = z.toJSONSchema(provider.settings, { io: 'input', unrepresentable: 'any' });
  return provider.form.map((name) => {
    const described = (properties[name] ?? {}) as Described;
    const { kind, check } = name === 'url' ? ({ kind: 'text' } as const) : kindOf(described);
    return {
      name,
      kind,
      check,
      label: wordOfField(t, 'fields', provider.kind, name) ?? name,
      hint: wordOfField(t, 'fieldHints', provider.kind, name),
      optional: !required.includes(name),
      options: (described.enum ?? tableValues(described))?.map((value) => ({
        value,
        label: wordOr(t, `choices.${name}.${value}`, value),
      })),
      initial: typeof described.default === 'object' ? '' : String(described.default ?? ''),
    };
  });
}

/** The secrets of a kind that somebody gives, as fields. */
export function secretFields(provider: Provider, t: ExchangeWords): ConnectionField[] {
  return provider.secrets
    .filter(({ origin }) => origin !== 'made')
    .map(({ name, origin }) => {
      return {
        name,
        kind: 'password',
        label: wordOfField(t, 'fields', provider.kind, name) ?? name,
        hint: origin === 'password' ? t('fieldHints.ownPassword') : wordOfField(t, 'fieldHints', provider.kind, name),
        initial: '',
      };
    });
}

/** The events to choose from, by what they are about. */
export interface TopicGroup {
  label: string;
  topics: { name: string; label: string }[];
}

/** The name of the checkbox of an event. */
export const topicPrefix = 'topic.';

export function topicGroups(t: ExchangeWords): TopicGroup[] {
  return ['order', 'client', 'product'].map((entity) => ({
    label: t(`topicGroups.${entity}`),
    topics: topics
      .filter((topic) => topic.startsWith(`${entity}.`))
      .map((topic) => ({ name: `${topicPrefix}${topic}`, label: t(`topics.${topic}`) })),
  }));
}
