import { findAnyConnection, updateConnectionState } from '@/db/queries/connections';
import { type Ctx, unit } from '../context';
import { may } from '../permissions';
import type { ConnectionState, Problem } from './schema';
import { saveConnectionState } from './write-connection';

export interface HaltConnection {
  id: number;
  state: Exclude<ConnectionState, 'active'>;
  problem: Problem;
}

/** Pauses or disables a connection because of what the other side answered; what is to be told waits. One that does not work any more stays as it is. */
export async function haltConnection(ctx: Ctx, { id, state, problem }: HaltConnection): Promise<void> {
  may(ctx, 'connection.manage');
  await unit(ctx, async (tx) => {
    const before = await findAnyConnection(tx, id);
    if (before?.state !== 'active' || before.deletedAt !== null) return;
    await updateConnectionState(tx, id, { lastProblem: JSON.stringify(problem), lastProblemAt: ctx.now().getTime() });
    await saveConnectionState(tx, ctx, before, state);
  });
}
