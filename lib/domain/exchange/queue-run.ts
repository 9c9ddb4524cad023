import { lockConnectionState } from '@/db/queries/connections';
import { lastRun } from '@/db/queries/exchange-runs';
import type { Ctx } from '../context';
import type { RunCursor } from './run-cursor';
import { addRun } from './start-run';

/**
 * Sets a pull down on a worker's own account. With `after` only if no pull was set down since that one: several workers find
 * out at the same time that one is due.
 */
export async function queueRun(ctx: Ctx, connectionId: number, cursor: RunCursor, after?: { runId: number | undefined }): Promise<void> {
  await ctx.db.transaction(
    async (tx) => {
      await lockConnectionState(tx, connectionId);
      if (after && (await lastRun(tx, connectionId, 'pull'))?.id !== after.runId) return;
      await addRun(tx, ctx, connectionId, 'pull', cursor);
    },
    { isolation: 'read committed' },
  );
}
