import { applyClientInput, changeClient, moveClient } from '../clients/write-client';
import { type Ctx, unit } from '../context';
import { DomainError } from '../errors';
import { recordChange } from '../journal/record-change';
import { moveOrdersToClient } from '../orders/write-order-client';
import { may } from '../permissions';
import { refuseStale } from '../stale';
import { loadPair, type PairOfIds } from './load-pair';
import { fieldsOf, type MergeField } from './merge-fields';

export interface MergeClients extends PairOfIds {
  /** The versions of both that were seen. */
  mainVersion?: number;
  otherVersion?: number;
  /** Fields of the main one that take the other's value. */
  take: readonly MergeField[];
}

/**
 * Makes one client of two: the main one with the fields chosen and all orders of both, the other in the bin, its number
 * leading to the main one. One operation, recorded in the order of its steps. Throws `merge_with_itself`, `not_found`,
 * `merge_deleted`, `already_merged`, `stale_version`, `merge_nameless`.
 */
export async function mergeClients(ctx: Ctx, { mainVersion, otherVersion, take, ...ids }: MergeClients): Promise<{ id: number }> {
  may(ctx, 'client.write');
  may(ctx, 'order.write');
  return unit(ctx, async (tx) => {
    const { main, other } = await loadPair(tx, ids);
    refuseStale(main, mainVersion);
    refuseStale(other, otherVersion);
    const after = applyClientInput(main, fieldsOf(other, take));
    if (!after.lastName && !after.company) throw new DomainError('merge_nameless');
    // The other leaves first: its e-mail may be the one that stays, and no two live clients have the same.
    const left = await moveClient(tx, ctx, other, 'delete', main.id);
    const { client, change } = await changeClient(tx, ctx, main, after);
    const moved = await moveOrdersToClient(tx, ctx, other, client);
    await recordChange(tx, ctx, 'client.merge', [left, ...(change ? [change] : []), ...moved]);
    return { id: client.id };
  });
}
