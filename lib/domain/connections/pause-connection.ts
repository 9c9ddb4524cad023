import { updateConnectionState } from '@/db/queries/connections';
import { type Ctx, unit } from '../context';
import { may } from '../permissions';
import { type ConnectionView, viewOf } from './view';
import { loadConnection, saveConnectionState } from './write-connection';

/** Nothing is sent and nobody is answered until it is resumed; what is to be told waits. Throws `not_found`. */
export async function pauseConnection(ctx: Ctx, id: number): Promise<ConnectionView> {
  may(ctx, 'connection.manage');
  return unit(ctx, async (tx) => viewOf(await saveConnectionState(tx, ctx, await loadConnection(tx, id), 'paused')));
}

/** Works again at once, whatever made it wait; also a disabled one. Throws `not_found`. */
export async function resumeConnection(ctx: Ctx, id: number): Promise<ConnectionView> {
  may(ctx, 'connection.manage');
  return unit(ctx, async (tx) => {
    const before = await loadConnection(tx, id);
    await updateConnectionState(tx, id, { failures: 0, failingSince: null, waitUntil: null });
    return viewOf(await saveConnectionState(tx, ctx, before, 'active'));
  });
}
