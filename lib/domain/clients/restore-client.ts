import { breathe } from '@/db/engines/breathe';
import type { Tx } from '@/db/engines/engine';
import { type ClientRow, findClient } from '@/db/queries/clients';
import { changesBesides } from '@/db/queries/journal';
import { type FullOrder, findOrder } from '@/db/queries/orders';
import { type Ctx, unit } from '../context';
import { DomainError } from '../errors';
import { recordChange } from '../journal/record-change';
import { moveOrder } from '../orders/write-order';
import { may } from '../permissions';
import { moveClient, refuseErased } from './write-client';

/** The orders that went into the bin together with a client and are still there as they went. */
async function ordersDeletedWith(tx: Tx, client: ClientRow): Promise<FullOrder[]> {
  const besides = await changesBesides(tx, 'client', client.id, client.version);
  const found = [];
  for (const { entity, entityId, action, versionAfter } of besides) {
    await breathe();
    if (entity !== 'order' || action !== 'delete') continue;
    const order = await findOrder(tx, entityId);
    if (order && order.order.deletedAt !== null && order.order.version === versionAfter) found.push(order);
  }
  return found;
}

/**
 * Takes a client out of the bin, with the orders that were deleted together with him.
 * Throws `not_found` when he is not there, `client_merged` when he was merged into another,
 * `email_taken` when somebody has the e-mail by now.
 */
export async function restoreClient(ctx: Ctx, id: number): Promise<ClientRow> {
  may(ctx, 'client.write');
  return unit(ctx, async (tx) => {
    const before = await findClient(tx, id);
    if (!before || before.deletedAt === null) throw new DomainError('not_found');
    refuseErased(before);
    // His orders have moved on: only taking back the merge brings them back with him.
    if (before.mergedInto !== null) throw new DomainError('client_merged', { id: before.mergedInto, values: { id: before.mergedInto } });
    const orders = await ordersDeletedWith(tx, before);
    const restored = await moveClient(tx, ctx, before, 'restore');
    const changes = [];
    for (const order of orders) {
      await breathe();
      changes.push(await moveOrder(tx, ctx, order, 'restore'));
    }
    await recordChange(tx, ctx, 'client.restore', [restored, ...changes]);
    return { ...before, deletedAt: null, mergedInto: null, version: before.version + 1 };
  });
}
