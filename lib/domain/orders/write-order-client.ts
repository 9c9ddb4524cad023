import { breathe } from '@/db/engines/breathe';
import type { Tx } from '@/db/engines/engine';
import type { ClientRow } from '@/db/queries/clients';
import { giveOrders } from '@/db/queries/order-moves';
import type { Ctx } from '../context';
import type { Change } from '../journal/record-change';
import { clientInOrder } from './snapshot';

/** Orders moved by one statement: a few milliseconds of work. */
const batch = 50;

/**
 * Step: every order of a client, also those in the bin, to another client; the changes to record. Nothing else of an order
 * changes – neither its searched text nor the totals of its day know the client – so no order is loaded.
 */
export async function moveOrdersToClient(tx: Tx, ctx: Ctx, from: ClientRow, to: ClientRow): Promise<Change[]> {
  const at = ctx.now().getTime();
  const fields = { client: { old: clientInOrder(from), new: clientInOrder(to) } };
  const changes: Change[] = [];
  for (;;) {
    const given = await giveOrders(tx, from.id, to.id, at, batch);
    if (given.length === 0) return changes;
    for (const { id, version } of given)
      changes.push({ entity: 'order', entityId: id, action: 'update', versionBefore: version - 1, versionAfter: version, fields });
    await breathe();
  }
}
