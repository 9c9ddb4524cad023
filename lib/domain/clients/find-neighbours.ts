import { clientKeys, countClients, countClientsBefore, listClientRows } from '@/db/queries/client-lists';
import { findClient } from '@/db/queries/clients';
import type { Ctx } from '../context';
import { type SortedBy, sortingText } from '../list-page';
import { type Neighbours, neighboursAt } from '../neighbours';
import { may } from '../permissions';
import type { ClientFilter } from './client-filter';
import { withTotals } from './client-totals';
import { findClients } from './find-clients';
import type { ClientListSort } from './schema';

/** The clients before and after one in a list, and where he stands there; undefined when there is no such client. */
export async function findClientNeighbours(
  ctx: Ctx,
  filter: ClientFilter,
  { sort, descending, further, size }: SortedBy<ClientListSort> & { size: number },
  id: number,
): Promise<Neighbours | undefined> {
  may(ctx, 'client.read');
  return ctx.db.read(async (tx) => {
    const client = await findClient(tx, id);
    const [row] = client ? await withTotals(tx, [client]) : [];
    if (!row) return undefined;
    const found = await findClients(tx, ctx, filter);
    const query = { ...found, sort, descending, further };
    const keysOf = (other: typeof row) => clientKeys({ sort, descending, further, deleted: filter.deleted }, other);
    const keys = keysOf(row);
    return neighboursAt({
      keys,
      sorting: sortingText({ sort, descending, further }),
      size,
      read: async (what) => withTotals(tx, await listClientRows(tx, { ...query, ...what })),
      keysOf,
      idOf: (other) => other.client.id,
      before: await countClientsBefore(tx, { ...query, before: keys, limit: Number.MAX_SAFE_INTEGER }),
      total: await countClients(tx, found),
    });
  });
}
