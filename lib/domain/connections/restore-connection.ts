import { type Ctx, unit } from '../context';
import { DomainError } from '../errors';
import { recordChange } from '../journal/record-change';
import { may } from '../permissions';
import { type ConnectionView, viewOf } from './view';
import { loadAnyConnection, moveConnection } from './write-connection';

/** Brings a deleted connection back, with its secrets and what has waited for it no longer than 30 days. Throws `not_found`. */
export async function restoreConnection(ctx: Ctx, id: number): Promise<ConnectionView> {
  may(ctx, 'connection.manage');
  return unit(ctx, async (tx) => {
    const before = await loadAnyConnection(tx, id);
    if (before.deletedAt === null) throw new DomainError('not_found');
    await recordChange(tx, ctx, 'connection.restore', [await moveConnection(tx, ctx, before, 'restore')]);
    return viewOf(await loadAnyConnection(tx, id));
  });
}
