import type { Ctx } from '../context';
import type { RunCursor } from './run-cursor';
import { addRun } from './start-run';

/** Sets a pull down on the worker's own account. */
export async function queueRun(ctx: Ctx, connectionId: number, cursor: RunCursor): Promise<void> {
  await ctx.db.transaction((tx) => addRun(tx, ctx, connectionId, 'pull', cursor), { isolation: 'read committed' });
}
