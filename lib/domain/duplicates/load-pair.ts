import type { Tx } from '@/db/engines/engine';
import { type ClientRow, findClient } from '@/db/queries/clients';
import { DomainError } from '../errors';

/** Two clients to become one, by their own numbers: the main one stays. */
export interface PairOfIds {
  main: number;
  other: number;
}

async function loadOne(tx: Tx, id: number): Promise<ClientRow> {
  const client = await findClient(tx, id);
  if (!client) throw new DomainError('not_found');
  if (client.deletedAt === null) return client;
  if (client.mergedInto === null) throw new DomainError('merge_deleted', { id, values: { id } });
  throw new DomainError('already_merged', { id: client.mergedInto, values: { id, into: client.mergedInto } });
}

/** Both live, and not the same. Throws `merge_with_itself`, `not_found`, `merge_deleted`, `already_merged`. */
export async function loadPair(tx: Tx, { main, other }: PairOfIds): Promise<{ main: ClientRow; other: ClientRow }> {
  if (main === other) throw new DomainError('merge_with_itself', { id: main });
  return { main: await loadOne(tx, main), other: await loadOne(tx, other) };
}
