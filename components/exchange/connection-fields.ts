import { z } from 'zod';
import { topics } from '@/lib/domain/connections/schema';
import type { Provider } from '@/lib/integrations/provider';
import { type ExchangeWords, wordOr } from './words';

/** One field of a connection's form. */
export interface ConnectionField {
  name: string;
  kind: 'text' | 'area' | 'day' | 'select' | 'check' | 'password';
  label: string;
  hint?: string;
  options?: { value: string; label: string }[];
  /** Of a check: the values for no and for yes. */
  check?: { off: string; on: string };
  initial: string;
}

/** What JSON Schema says of one setting. */
interface Described {
  type?: string;
  format?: string;
  enum?: string[];
  default?: unknown;
  maxLength?: number;
  anyOf?: Described[];
}

/** Longer texts get several lines. */
const longText = 300;

const yesAndNo = [
  ['no', 'yes'],
  ['0', '1'],
];

function kindOf(described: Described): Pick<ConnectionField, 'kind' | 'check'> {
  const values = described.enum ?? [];
  const pair = yesAndNo.find(([off, on]) => values.length === 2 && values.includes(off ?? '') && values.includes(on ?? ''));
  if (pair) return { kind: 'check', check: { off: pair[0] ?? '', on: pair[1] ?? '' } };
  if (values.length > 0) return { kind: 'select' };
  if (described.format === 'date' || described.anyOf?.some(({ format }) => format === 'date')) return { kind: 'day' };
  return { kind: (described.maxLength ?? 0) > longText && described.format !== 'uri' ? 'area' : 'text' };
}

/** The settings of a kind as fields: what they are told by its schema, how they are called by the words. */
export function connectionFields(provider: Provider, t: ExchangeWords): ConnectionField[] {
  const { properties = {} } = z.toJSONSchema(provider.settings, { io: 'input', unrepresentable: 'any' });
  return provider.form.map((name) => {
    const described = (properties[name] ?? {}) as Described;
    const { kind, check } = name === 'url' ? ({ kind: 'text' } as const) : kindOf(described);
    return {
      name,
      kind,
      check,
      label: wordOr(t, `fields.${name}`, name),
      hint: t.has(`fieldHints.${name}`) ? t(`fieldHints.${name}`) : undefined,
      options: described.enum?.map((value) => ({ value, label: wordOr(t, `choices.${name}.${value}`, value) })),
      initial: described.default === undefined ? '' : String(described.default),
    };
  });
}

/** The secrets of a kind that somebody gives, as fields. */
export function secretFields(provider: Provider, t: ExchangeWords): ConnectionField[] {
  return provider.secrets
    .filter(({ origin }) => origin !== 'made')
    .map(({ name, origin }) => {
      const hint = origin === 'password' ? 'fieldHints.ownPassword' : `fieldHints.${name}`;
      return {
        name,
        kind: 'password',
        label: wordOr(t, `fields.${name}`, name),
        hint: t.has(hint) ? t(hint) : undefined,
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
