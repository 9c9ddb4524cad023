import type { Tx } from '@/db/engines/engine';
import type { ClientRowFilter } from '@/db/queries/client-lists';
import { clientCandidates } from '@/db/queries/search';
import { readSettings } from '@/db/queries/settings';
import { searchWords } from '@/lib/search/normalise';
import type { Ctx } from '../context';
import { findByOrders } from '../orders/find-by-orders';
import { dayInZone, daysMeant } from '../period';
import type { ClientFilter } from './client-filter';

/** Step: a filter as the queries take it, its words looked up, its period bound to today. */
export async function findClients(tx: Tx, ctx: Pick<Ctx, 'now'>, filter: ClientFilter): Promise<ClientRowFilter> {
  const words = searchWords(filter.search ?? '');
  const today = dayInZone(ctx.now(), (await readSettings(tx)).timeZone);
  return {
    words,
    candidates: words.length > 0 ? await clientCandidates(tx, words) : undefined,
    ...daysMeant(filter, today),
    hasPhone: filter.has_phone,
    hasEmail: filter.has_email,
    hasDebt: filter.has_debt,
    hasPending: filter.has_pending,
    authorId: filter.author_id,
    orderedBefore: filter.ordered_before,
    ...(await findByOrders(tx, ctx, filter, 'client')),
    deleted: filter.deleted,
    any: filter.match === 'any',
  };
}
