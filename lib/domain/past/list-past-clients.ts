import { clientsBefore } from '@/db/queries/past';
import { searchWords } from '@/lib/search/normalise';
import type { Ctx } from '../context';
import { may } from '../permissions';
import { clientsAsOf, type PastClient } from './past-clients';
import type { ListPast } from './schema';
import { findsAll, type PastPage, walkPast } from './walk';

/**
 * The clients that stood in the list at a moment (UTC epoch ms), the newest number first, as they were then. At most 5 000 are
 * looked at for one page.
 */
export async function listPastClients(ctx: Ctx, { at, search = '', before, limit }: ListPast): Promise<PastPage<PastClient>> {
  may(ctx, 'client.read');
  const words = searchWords(search);
  return walkPast(ctx, {
    before,
    limit,
    read: async (tx, after, size) => clientsAsOf(tx, await clientsBefore(tx, { at, before: after, limit: size }), at),
    fits: ({ record, text }) => record.existence === 'live' && findsAll(words, text),
    idOf: (client) => client.id,
  });
}
