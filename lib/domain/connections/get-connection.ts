import { findConnectionState } from '@/db/queries/connections';
import { countDeliveriesOf } from '@/db/queries/delivery-counts';
import type { Ctx } from '../context';
import { may } from '../permissions';
import { type FaringConnection, faringOf } from './faring';
import { viewOf } from './view';
import { loadConnection } from './write-connection';

/** A connection and how it fares. Throws `not_found`. */
export async function getConnection(ctx: Ctx, id: number): Promise<FaringConnection> {
  may(ctx, 'connection.manage');
  return ctx.db.read(async (tx) => {
    const row = await loadConnection(tx, id);
    return faringOf(viewOf(row), await findConnectionState(tx, id), (await countDeliveriesOf(tx, [id])).get(id), ctx.now());
  });
}
