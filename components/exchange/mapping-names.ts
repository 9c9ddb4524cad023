import type { MappingView } from '@/lib/domain/exchange/mapping';
import type { Mapping, Vocabulary } from '@/lib/domain/exchange/schema';
import { type OrderStatus, orderStatuses } from '@/lib/domain/orders/schema';

type Entry = Vocabulary[string][number];

/** What is chosen where no user of ours is meant; an empty word would be guessed again. */
export const nobody = 'nobody';

const prefix = 'map.';

/** The name of the field for one word of theirs; kinds have no dots, ids may. */
export function mappingName(kind: string, id: string): string {
  return `${prefix}${kind}.${id}`;
}

/** The mapping of a sent form; a word left empty is not mapped. */
export function mappingIn(values: Record<string, string>): Mapping {
  const mapping: Mapping = {};
  for (const [name, ours] of Object.entries(values)) {
    if (!name.startsWith(prefix)) continue;
    const [kind = '', ...id] = name.slice(prefix.length).split('.');
    mapping[kind] = { ...mapping[kind], ...(ours.trim() ? { [id.join('.')]: ours.trim() } : {}) };
  }
  return mapping;
}

const signs: [status: OrderStatus, signs: RegExp][] = [
  ['Cancelled', /cancel|отмен|отказ/i],
  ['Completed', /done|complet|finish|closed|выполн|закры|заверш|отгружен/i],
  ['Pending', /draft|new|quot|confirm|process|open|чернов|нов|предлож|подтвер|принят|обработ|ожид|работ/i],
];

/** Our status for a word of theirs: what its provider takes it for, else by what it is called; undefined when nothing speaks for one. */
export function guessStatus({ id, name, ours }: Entry): OrderStatus | undefined {
  return orderStatuses.find((status) => status === ours) ?? signs.find(([, sign]) => sign.test(name) || sign.test(id))?.[0];
}

/** The one user of ours who goes by the name or the login of one of theirs. */
export function guessUser({ name, login = '' }: Entry, users: MappingView['users']): string | undefined {
  const theirs = [name, login].map((word) => word.trim().toLowerCase()).filter((word) => word !== '');
  const alike = users.filter((user) => [user.name, user.username].some((word) => theirs.includes(word.toLowerCase())));
  const [only, ...more] = alike;
  return only && more.length === 0 ? String(only.id) : undefined;
}
