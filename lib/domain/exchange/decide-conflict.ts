import { randomUUID } from 'node:crypto';
import { findConflict, updateConflict } from '@/db/queries/conflicts';
import { insertDeliveries } from '@/db/queries/deliveries';
import { findLink, updateLink } from '@/db/queries/links';
import { loadConnection } from '../connections/write-connection';
import { actingUser, type Ctx } from '../context';
import { DomainError } from '../errors';
import { may } from '../permissions';
import { decided, readAgreement, writeAgreement } from './agreement';
import type { ConflictField, Decision } from './schema';

/**
 * Says which side keeps its values. It is written by the next delivery of the record, which is queued here; if a value has
 * changed again until then, it is asked about anew. Throws `not_found`; a decided one stays as it is.
 */
export async function decideConflict(ctx: Ctx, { id, decision }: { id: number; decision: Decision }): Promise<void> {
  may(ctx, 'connection.manage');
  await ctx.db.transaction(async (tx) => {
    const conflict = await findConflict(tx, id);
    if (!conflict) throw new DomainError('not_found');
    if (conflict.state === 'open') {
      const at = ctx.now().getTime();
      await loadConnection(tx, conflict.connectionId);
      await updateConflict(tx, id, { state: 'decided', decision, decidedAt: at, decidedBy: actingUser(ctx) });
      const link = await findLink(tx, conflict.connectionId, conflict.entity, conflict.localId);
      if (link) {
        const fields = JSON.parse(conflict.fields) as Record<string, ConflictField>;
        const agreement = decided(readAgreement(link.fields), fields, decision);
        await updateLink(tx, link.id, { fields: writeAgreement(agreement), localHash: '', remoteHash: '' });
        await insertDeliveries(tx, [
          {
            uid: randomUUID(),
            connectionId: conflict.connectionId,
            topic: `${conflict.entity}.updated`,
            entity: conflict.entity,
            entityId: conflict.localId,
            version: link.localVersion,
            operationId: null,
            state: 'queued',
            attempts: 0,
            runAt: at,
            createdAt: at,
          },
        ]);
      }
    }
    await ctx.beforeCommit?.(tx, undefined);
  });
}
