import { clientKeys, countClients, listClientRows } from '@/db/queries/client-lists';
import type { ClientRow } from '@/db/queries/clients';
import type { Ctx } from '../context';
import { type ListPage, type PageOf, readPage } from '../list-page';
import { may } from '../permissions';
import { forgivingSearch } from '../search';
import type { ClientFilter } from './client-filter';
import { withTotals } from './client-totals';
import { findClients } from './find-clients';
import type { ClientTotals } from './get-client';
import type { ClientListSort, ClientSort } from './schema';

export interface ClientWalk {
  sort: ClientSort;
  descending?: boolean;
  /** Lowest id, for walking by id. */
  startId?: number;
  /** Rows to pass over. */
  offset?: number;
  limit: number;
}

/** Clients of a filter as programs walk them: by id, or sorted and from an offset. */
export async function listClients(ctx: Ctx, filter: ClientFilter, walk: ClientWalk): Promise<ClientRow[]> {
  may(ctx, 'client.read');
  return ctx.db.read(async (tx) => listClientRows(tx, { ...walk, ...(await findClients(tx, ctx, filter)) }));
}

/** The same, and when a search finds nothing, what else may have been meant: for pickers. */
export async function suggestClients(ctx: Ctx, search: string, limit: number): Promise<ClientRow[]> {
  may(ctx, 'client.read');
  const suggested = await ctx.db.read((tx) =>
    forgivingSearch(search, async (meant) => {
      const found = await findClients(tx, ctx, { search: meant });
      return { rows: await listClientRows(tx, { ...found, sort: 'name', limit }), passed: 0 };
    }),
  );
  return suggested.rows;
}

export interface ClientListPage extends ListPage<{ client: ClientRow; totals: ClientTotals }> {
  /** All that match, not only this page. */
  count: number;
  /** What was looked for instead, because nothing was found. */
  shownFor: string | undefined;
}

/** A page of clients with each one's totals and the count of all found, from one view of the data. */
export async function listClientPage(ctx: Ctx, filter: ClientFilter, page: PageOf<ClientListSort>): Promise<ClientListPage> {
  may(ctx, 'client.read');
  const { sort, descending, further } = page;
  return ctx.db.read((tx) =>
    forgivingSearch(filter.search, async (search) => {
      const found = await findClients(tx, ctx, { ...filter, search });
      const list = await readPage(
        page,
        async (what) => withTotals(tx, await listClientRows(tx, { ...found, sort, descending, further, ...what })),
        (row) => clientKeys({ sort, descending, further, deleted: filter.deleted }, row),
      );
      return {
        ...list,
        count: await countClients(tx, found),
      };
    }),
  );
}
