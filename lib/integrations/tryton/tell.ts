import type { PeerAnswer, Told } from '../http/peer-http';
import { errorOf } from './answer';

/** What its methods do, in the words of the journal; any other one moves a record from state to state. */
const deeds: Record<string, 'read' | 'created' | 'changed' | 'signed_in'> = {
  login: 'signed_in',
  get_preferences: 'read',
  read: 'read',
  search: 'read',
  search_count: 'read',
  search_read: 'read',
  create: 'created',
  write: 'changed',
};

/** Its models by what they are here. */
const things: [prefix: string, thing: string][] = [
  ['model.party.', 'clients'],
  ['model.product.', 'products'],
  ['model.sale.', 'orders'],
  ['model.stock.', 'stock'],
];

/** A call and its answer in the words of the journal: it refuses inside of good answers, so that a status tells nothing. */
export function tellCall(method: string, answer: PeerAnswer): Told | undefined {
  if (answer.status !== 200) return undefined;
  const error = errorOf(answer);
  if (error) return { outcome: 'refused', note: { code: 'refused_because', values: { message: error.message || error.kind } } };
  const verb = method.split('.').at(-1) ?? '';
  const thing = things.find(([prefix]) => method.startsWith(prefix))?.[1] ?? 'other';
  return { outcome: 'ok', note: { code: `peer_${deeds[verb] ?? 'moved'}`, values: { thing } } };
}
