import type { Tx } from '@/db/engines/engine';
import { clientsByKey } from '@/db/queries/client-keys';
import type { ClientRow } from '@/db/queries/clients';
import { findLink, findLinkByRemote } from '@/db/queries/links';
import { normalise } from '@/lib/search/normalise';
import { formalName, fullName } from '../clients/client-name';
import { emailKeyOf } from '../clients/email';
import { findMain } from '../clients/load-client';
import type { ClientInput } from '../clients/schema';
import type { TakenClient } from './taken';

/** A client who is there, nobody, or several who may be meant. */
export type ClientMatch = { client: ClientRow } | 'nobody' | 'several';

function isCalled(client: ClientRow, { company = '', last_name = '', first_name = '' }: ClientInput): boolean {
  const names = [formalName(client), fullName(client), client.company].filter(Boolean).map(normalise);
  return [company, [last_name, first_name].filter(Boolean).join(' '), [first_name, last_name].filter(Boolean).join(' ')]
    .filter(Boolean)
    .some((name) => names.includes(normalise(name)));
}

/** Whoever the other side means: by a link, by his taxpayer number, telephone or e-mail; of several by his name. */
export async function matchClient(tx: Tx, connectionId: number, { remoteId, input }: TakenClient): Promise<ClientMatch> {
  const link = remoteId === '' ? undefined : await findLinkByRemote(tx, connectionId, 'client', remoteId);
  const linked = link && (await findMain(tx, link.localId));
  if (linked && linked.deletedAt === null && linked.erasedAt === null) return { client: linked };
  const keys = [
    ['inn', input.inn],
    ['mobile_phone', input.mobile_phone],
    ['email', input.email ? emailKeyOf(input.email) : undefined],
  ] as const;
  for (const [key, value] of keys) {
    if (!value) continue;
    const some = await clientsByKey(tx, key, [value]);
    const named = some.length === 1 ? some : some.filter((client) => isCalled(client, input));
    const [client] = named;
    if (client && named.length === 1) return { client };
    if (some.length > 0) return 'several';
  }
  return 'nobody';
}

/** Whether a client is not yet linked to anybody over there. */
export async function isUnlinked(tx: Tx, connectionId: number, clientId: number): Promise<boolean> {
  return (await findLink(tx, connectionId, 'client', clientId)) === undefined;
}
