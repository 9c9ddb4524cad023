import { and, asc, inArray, isNotNull, isNull, or } from 'drizzle-orm';
import { folded } from '../dialect/fold';
import type { Tx } from '../engines/engine';
import { clients } from '../schema/clients';
import type { ClientRow } from './clients';
import { clientsHolding, inList } from './search';

/** Clients by their numbers, also from the bin. */
export async function clientsByIds(tx: Tx, ids: number[]): Promise<ClientRow[]> {
  return ids.length === 0 ? [] : tx.select().from(clients).where(inArray(clients.id, ids));
}

const columns = { email: clients.emailKey, mobile_phone: clients.mobilePhone, inn: clients.inn };

export type ClientKey = keyof typeof columns;

/** Live clients with one of these values, as they are stored and compared, the oldest first. */
export async function clientsByKey(tx: Tx, key: ClientKey, values: string[]): Promise<ClientRow[]> {
  if (values.length === 0) return [];
  const where = and(inArray(columns[key], values), isNull(clients.deletedAt));
  return tx.select().from(clients).where(where).orderBy(asc(clients.id));
}

/** Clients in the bin with one of these values, the last to go there first; not those who were merged or erased. By e-mail the bin is read. */
export async function binnedClientsByKey(tx: Tx, key: ClientKey, values: string[]): Promise<ClientRow[]> {
  if (values.length === 0) return [];
  const where = and(inArray(columns[key], values), isNotNull(clients.deletedAt), isNull(clients.mergedInto), isNull(clients.erasedAt));
  return tx.select().from(clients).where(where).orderBy(asc(clients.id));
}

/** Clients among whom all are whose company is called by one of these compared names; undefined where a name stands in too many texts. */
async function companyCandidates(tx: Tx, names: readonly string[]): Promise<number[] | undefined> {
  const found = new Set<number>();
  for (const name of names) {
    const ids = await clientsHolding(tx, name);
    if (!ids) return undefined;
    for (const id of ids) found.add(id);
  }
  return [...found];
}

/** Live clients who go by one of these compared names – a person's or a company's – the oldest first. */
export async function clientsByName(tx: Tx, names: string[]): Promise<ClientRow[]> {
  if (names.length === 0) return [];
  // A company stands in the searched text, which has an index; the column has none, and reading it folds every name.
  const candidates = await companyCandidates(tx, names);
  const ofCompany = and(candidates && inList(clients.id, candidates), inArray(folded(clients.company), names));
  return tx
    .select()
    .from(clients)
    .where(and(or(inArray(clients.nameKey, names), ofCompany), isNull(clients.deletedAt)))
    .orderBy(asc(clients.id));
}
