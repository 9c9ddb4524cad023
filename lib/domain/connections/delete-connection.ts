import { type Ctx, unit } from '../context';
import { recordChange } from '../journal/record-change';
import { may } from '../permissions';
import { refuseStale } from '../stale';
import { loadConnection, moveConnection } from './write-connection';

/**
 * Takes a connection away: it is told of nothing more, and what waited for it stays unsent. Undoing that brings it back with its
 * secrets, and for 30 days with what waited. Throws `not_found`, `stale_version`.
 */
export async function deleteConnection(
  ctx: Ctx,
  { id, expectedVersion }: { id: number; expectedVersion?: number },
): Promise<{ id: number }> {
  may(ctx, 'connection.manage');
  return unit(ctx, async (tx) => {
    const before = await loadConnection(tx, id);
    refuseStale(before, expectedVersion);
    await recordChange(tx, ctx, 'connection.delete', [await moveConnection(tx, ctx, before, 'delete')]);
    return { id };
  });
}
