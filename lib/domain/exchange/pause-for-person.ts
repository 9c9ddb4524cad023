import { updateConnectionState } from '@/db/queries/connections';
import type { Problem } from '../connections/schema';
import { loadAnyConnection, saveConnectionState } from '../connections/write-connection';
import { type Ctx, unit } from '../context';

/** Stops a connection that no record would get through, and says why: a person has to mend it. */
export async function pauseForPerson(ctx: Ctx, connectionId: number, problem: Problem): Promise<void> {
  await unit(ctx, async (tx) => {
    const before = await loadAnyConnection(tx, connectionId);
    const noted = { lastProblem: JSON.stringify(problem), lastProblemAt: ctx.now().getTime() };
    await updateConnectionState(tx, connectionId, noted);
    if (before.state === 'active') await saveConnectionState(tx, ctx, before, 'paused');
  });
}
