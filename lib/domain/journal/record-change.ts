import { randomBytes } from 'node:crypto';
import { breathe } from '@/db/engines/breathe';
import type { Tx } from '@/db/engines/engine';
import { insertChanges, insertOperation } from '@/db/queries/journal-writes';
import type { Ctx } from '../context';
import { queueDeliveries } from '../deliveries/queue-deliveries';
import { digestedChange, digestedOperation } from './digest';
import type { FieldChanges } from './fields';

export const entities = ['client', 'order', 'product', 'user', 'report', 'settings', 'connection'] as const;
export type Entity = (typeof entities)[number];
export type Action = 'create' | 'update' | 'delete' | 'restore';

export interface Change {
  entity: Entity;
  entityId: number;
  action: Action;
  versionBefore: number | null;
  versionAfter: number | null;
  fields: FieldChanges;
}

function actorColumns(ctx: Ctx) {
  switch (ctx.actor.type) {
    case 'user':
      return { actorType: 'user', actorId: ctx.actor.id, actorName: ctx.actor.name };
    case 'system':
      return { actorType: 'system', actorId: null, actorName: ctx.actor.name };
    case 'anonymous':
      return { actorType: 'anonymous', actorId: null, actorName: '' };
  }
}

/**
 * Writes one operation and its changes in the transaction of the data itself: the only writer of the journal.
 * It takes no place in the order of operations – the seal gives that – so parallel writers never wait here.
 * `undoes` is the operation that this one takes back. Returns the operation's id.
 */
export async function recordChange(tx: Tx, ctx: Ctx, kind: string, recorded: readonly Change[], undoes?: number): Promise<number> {
  const operation = {
    kind,
    source: ctx.source,
    ...actorColumns(ctx),
    requestId: ctx.requestId,
    groupId: ctx.groupId ?? null,
    undoes: undoes ?? null,
    at: ctx.now().getTime(),
  };
  const rows = [];
  for (const [position, change] of recorded.entries()) {
    rows.push(digestedChange(change, position, randomBytes(16).toString('hex')));
    await breathe();
  }
  const stored = digestedOperation(operation, rows);
  const operationId = await insertOperation(tx, stored);
  await insertChanges(tx, operationId, rows);
  await queueDeliveries(tx, ctx, operationId, recorded);
  return operationId;
}
