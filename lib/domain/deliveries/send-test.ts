import { randomUUID } from 'node:crypto';
import { insertDeliveries } from '@/db/queries/deliveries';
import { loadConnection } from '../connections/write-connection';
import type { Ctx } from '../context';
import { may } from '../permissions';

/** The event of no record, by which a receiver is tried. */
export const testTopic = 'test';

/** Queues a test event for a connection; its uid. It is told like any other. Throws `not_found`. */
export async function sendTest(ctx: Ctx, connectionId: number): Promise<{ uid: string }> {
  may(ctx, 'connection.manage');
  const uid = randomUUID();
  const at = ctx.now().getTime();
  const row = { uid, topic: testTopic, entity: 'connection', state: 'queued', attempts: 0, runAt: at, createdAt: at };
  await ctx.db.transaction(
    async (tx) => {
      const { id } = await loadConnection(tx, connectionId);
      await insertDeliveries(tx, [{ ...row, connectionId: id, entityId: id }]);
    },
    { isolation: 'read committed' },
  );
  return { uid };
}
