import type { Tx } from '@/db/engines/engine';
import { type ClientRow, clientTotals } from '@/db/queries/clients';
import { countBinnedOrders } from '@/db/queries/order-moves';
import { type ClientTotals, noTotals } from '../clients/get-client';
import type { Ctx } from '../context';
import { may } from '../permissions';
import { loadPair, type PairOfIds } from './load-pair';

export interface MergeSide {
  client: ClientRow;
  totals: ClientTotals;
  /** Orders in the bin, which move too. */
  binned: number;
}

async function sideOf(tx: Tx, client: ClientRow): Promise<MergeSide> {
  const [totals = noTotals] = await clientTotals(tx, [client.id]);
  return { client, totals, binned: await countBinnedOrders(tx, client.id) };
}

/** Two clients as a merge would find them, from one view of the data. Throws what `mergeClients` would of the two. */
export async function getMerge(ctx: Ctx, ids: PairOfIds): Promise<{ main: MergeSide; other: MergeSide }> {
  may(ctx, 'client.write');
  return ctx.db.read(async (tx) => {
    const { main, other } = await loadPair(tx, ids);
    return { main: await sideOf(tx, main), other: await sideOf(tx, other) };
  });
}
