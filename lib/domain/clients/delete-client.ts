import { breathe } from '@/db/engines/breathe';
import { listLiveOrdersOfClient } from '@/db/queries/orders';
import { type Ctx, unit } from '../context';
import { DomainError } from '../errors';
import { recordChange } from '../journal/record-change';
import { moveOrder } from '../orders/write-order';
import { may } from '../permissions';
import { refuseStale } from '../stale';
import { loadClientItself } from './load-client';
import { moveClient } from './write-client';

export interface DeleteClient {
  id: number;
  /** Also the client's orders; without it a client with orders is refused. */
  cascade?: boolean;
  expectedVersion?: number;
}

/** Puts a client into the bin; the number of a merged client does not lead on here. Throws `not_found`, `stale_version`, `client_has_orders` with their number. */
export async function deleteClient(ctx: Ctx, { id, cascade, expectedVersion }: DeleteClient): Promise<{ id: number }> {
  may(ctx, 'client.write');
  return unit(ctx, async (tx) => {
    const before = await loadClientItself(tx, id);
    refuseStale(before, expectedVersion);
    const orders = await listLiveOrdersOfClient(tx, id);
    if (orders.length > 0 && !cascade) throw new DomainError('client_has_orders', { values: { count: orders.length } });
    const changes = [];
    for (const order of orders) {
      await breathe();
      changes.push(await moveOrder(tx, ctx, order, 'delete'));
    }
    changes.push(await moveClient(tx, ctx, before, 'delete'));
    await recordChange(tx, ctx, 'client.delete', changes);
    return { id };
  });
}
