import type { Tx } from '@/db/engines/engine';
import {
  type ClientRowFilter,
  type CountedClient,
  clientKeys,
  countClients,
  listClientRows,
  sortedClientIds,
} from '@/db/queries/client-lists';
import type { ClientFilter } from '../clients/client-filter';
import { withTotals } from '../clients/client-totals';
import { findClients } from '../clients/find-clients';
import type { ClientListSort } from '../clients/schema';
import type { Ctx } from '../context';
import { may } from '../permissions';
import { forgivingSearch } from '../search';
import { blockRows, type Exported, inOrder, openExport, walk } from './open-export';
import type { ExportWish } from './schema';

type ClientWish = ExportWish<ClientFilter, ClientListSort>;

async function findMeant(tx: Tx, ctx: Ctx, { filter, ids }: ClientWish): Promise<{ found: ClientRowFilter; meant: string | undefined }> {
  if (ids) return { found: { words: [], deleted: filter.deleted, candidates: ids }, meant: undefined };
  const { found, shownFor } = await forgivingSearch(filter.search, async (search) => {
    const found = await findClients(tx, ctx, { ...filter, search });
    const rows = filter.search ? await listClientRows(tx, { ...found, sort: 'id', limit: 1 }) : [];
    return { found, rows, passed: 0 };
  });
  return { found, meant: shownFor };
}

/** Sortings that an index keeps. */
const indexed = new Set<ClientListSort>(['id', 'name']);

async function* clientBlocks(tx: Tx, found: ClientRowFilter, { sorting, ids }: ClientWish): AsyncGenerator<CountedClient[]> {
  const query = { ...found, ...sorting };
  if (indexed.has(sorting.sort) && !ids) {
    yield* walk(
      async (after) => withTotals(tx, await listClientRows(tx, { ...query, after, limit: blockRows })),
      (row) => clientKeys(query, row),
    );
    return;
  }
  const read = async (some: readonly number[]) =>
    withTotals(tx, await listClientRows(tx, { words: [], deleted: found.deleted, candidates: some, sort: 'id', limit: some.length }));
  yield* inOrder(await sortedClientIds(tx, query), read, ({ client }) => client.id);
}

/** The clients of a filter, or those named, with what their orders come to, as they stand at one moment. */
export async function exportClients(ctx: Ctx, wish: ClientWish): Promise<Exported<CountedClient>> {
  may(ctx, 'client.read');
  return openExport(ctx.db, async (tx) => {
    const { found, meant } = await findMeant(tx, ctx, wish);
    return { count: await countClients(tx, found), meant, blocks: clientBlocks(tx, found, wish) };
  });
}
