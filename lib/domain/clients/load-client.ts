import type { Tx } from '@/db/engines/engine';
import { type ClientRow, findClient } from '@/db/queries/clients';
import { DomainError } from '../errors';

/**
 * The client a number leads to, also in the bin: of a merged one the client who took its place, and whoever took his.
 * Undefined when there is none, or when the numbers lead in a circle.
 */
export async function findMain(tx: Tx, id: number): Promise<ClientRow | undefined> {
  const seen = new Set<number>();
  for (let next = id; !seen.has(next); ) {
    seen.add(next);
    const client = await findClient(tx, next);
    if (!client || client.deletedAt === null || client.mergedInto === null) return client;
    next = client.mergedInto;
  }
  return undefined;
}

/** The live client a number leads to, or `not_found`. */
export async function loadClient(tx: Tx, id: number): Promise<ClientRow> {
  return live(await findMain(tx, id));
}

/** The live client of this very number, or `not_found`: for what must not happen to another through an old number. */
export async function loadClientItself(tx: Tx, id: number): Promise<ClientRow> {
  return live(await findClient(tx, id));
}

function live(client: ClientRow | undefined): ClientRow {
  if (!client || client.deletedAt !== null) throw new DomainError('not_found');
  return client;
}
