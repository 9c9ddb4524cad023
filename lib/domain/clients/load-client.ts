import type { Tx } from '@/db/engines/engine';
import { type ClientRow, findClient } from '@/db/queries/clients';
import { DomainError } from '../errors';

/** A live client, or `not_found`. */
export async function loadClient(tx: Tx, id: number): Promise<ClientRow> {
  const client = await findClient(tx, id);
  if (!client || client.deletedAt !== null) throw new DomainError('not_found');
  return client;
}
