import type { Tx } from '@/db/engines/engine';
import type { ClientRowFilter } from '@/db/queries/client-lists';
import { clientCandidates } from '@/db/queries/search';
import { searchWords } from '@/lib/search/normalise';
import type { ClientFilter } from './client-filter';

/** Step: a filter as the queries take it, its words looked up. */
export async function findClients(tx: Tx, filter: ClientFilter): Promise<ClientRowFilter> {
  const words = searchWords(filter.search ?? '');
  return {
    words,
    candidates: words.length > 0 ? await clientCandidates(tx, words) : undefined,
    from: filter.from,
    to: filter.to,
    hasPhone: filter.has_phone,
    hasEmail: filter.has_email,
    authorId: filter.author_id,
    deleted: filter.deleted,
    any: filter.match === 'any',
  };
}
