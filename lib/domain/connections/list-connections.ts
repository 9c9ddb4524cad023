import { findConnectionStates, findConnections } from '@/db/queries/connections';
import { countDeliveriesOf } from '@/db/queries/delivery-counts';
import type { Ctx } from '../context';
import { may } from '../permissions';
import { type FaringConnection, faringOf } from './faring';
import { viewOf } from './view';

/** Live connections in the order in which they were made, and how each fares. */
export async function listConnections(ctx: Ctx): Promise<FaringConnection[]> {
  may(ctx, 'connection.manage');
  return ctx.db.read(async (tx) => {
    const rows = await findConnections(tx);
    const ids = rows.map(({ id }) => id);
    const states = await findConnectionStates(tx, ids);
    const counts = await countDeliveriesOf(tx, ids);
    return rows.map((row) => faringOf(viewOf(row), states.get(row.id), counts.get(row.id), ctx.now()));
  });
}
