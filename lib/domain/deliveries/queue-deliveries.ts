import { randomUUID } from 'node:crypto';
import type { Tx } from '@/db/engines/engine';
import { listeners } from '@/db/queries/connections';
import { insertDeliveries } from '@/db/queries/deliveries';
import type { Ctx } from '../context';
import type { Change } from '../journal/record-change';
import { topicsOf } from './topics-of';

/**
 * Step: what connections are to be told of an operation, in its own transaction, so that neither is there without the other.
 * A connection is not told of what came through it.
 */
export async function queueDeliveries(tx: Tx, ctx: Ctx, operationId: number, changes: readonly Change[]): Promise<void> {
  const told = changes.flatMap((change) => topicsOf(change).map((topic) => ({ topic, change })));
  if (told.length === 0) return;
  const listening = (await listeners(tx)).filter(({ id }) => id !== ctx.connectionId);
  const at = ctx.now().getTime();
  const rows = listening.flatMap(({ id, topics }) =>
    told
      .filter(({ topic }) => topics.includes(topic))
      .map(({ topic, change }) => ({
        uid: randomUUID(),
        connectionId: id,
        topic,
        entity: change.entity,
        entityId: change.entityId,
        version: change.versionAfter,
        operationId,
        state: 'queued',
        attempts: 0,
        runAt: at,
        createdAt: at,
      })),
  );
  await insertDeliveries(tx, rows);
}
