import { type ClientRow, clientTotals, countClients, listClientRows } from '@/db/queries/clients';
import { searchWords } from '@/lib/search/normalise';
import type { Ctx } from '../context';
import { may } from '../permissions';
import { type ClientTotals, noTotals } from './get-client';
import type { ListClients } from './schema';

/** Live clients by a search, sorted, a page of them. */
export async function listClients(ctx: Ctx, { search = '', ...query }: ListClients): Promise<ClientRow[]> {
  may(ctx, 'client.read');
  return ctx.db.read((tx) => listClientRows(tx, { ...query, words: searchWords(search) }));
}

export interface ClientListPage {
  rows: { client: ClientRow; totals: ClientTotals }[];
  /** All that match, not only this page. */
  count: number;
}

/** The same page with each client's totals and the count of all found, from one view of the data. */
export async function listClientsWithTotals(ctx: Ctx, { search = '', ...query }: ListClients): Promise<ClientListPage> {
  may(ctx, 'client.read');
  return ctx.db.read(async (tx) => {
    const filter = { ...query, words: searchWords(search) };
    const clients = await listClientRows(tx, filter);
    const ids = clients.map(({ id }) => id);
    const totals = new Map(ids.length > 0 ? (await clientTotals(tx, ids)).map((row) => [row.clientId, row]) : []);
    return {
      rows: clients.map((client) => ({ client, totals: totals.get(client.id) ?? noTotals })),
      count: await countClients(tx, filter),
    };
  });
}
