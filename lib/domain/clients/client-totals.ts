import type { Tx } from '@/db/engines/engine';
import { type ClientRow, clientTotals } from '@/db/queries/clients';
import { type ClientTotals, noTotals } from './get-client';

/** Step: clients with what their orders come to. */
export async function withTotals(tx: Tx, rows: readonly ClientRow[]): Promise<{ client: ClientRow; totals: ClientTotals }[]> {
  const ids = rows.map(({ id }) => id);
  const totals = new Map(ids.length > 0 ? (await clientTotals(tx, ids)).map((row) => [row.clientId, row]) : []);
  return rows.map((client) => ({ client, totals: totals.get(client.id) ?? noTotals }));
}
