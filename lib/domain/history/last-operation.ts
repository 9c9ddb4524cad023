import { type LastOperation, lastOperationOf } from '@/db/queries/record-operations';
import type { Ctx } from '../context';
import { may } from '../permissions';

/** Who changed a record last, and when. */
export async function lastChange(ctx: Ctx, entity: string, id: number): Promise<LastOperation | undefined> {
  may(ctx, 'history.read');
  return ctx.db.read((tx) => lastOperationOf(tx, entity, id));
}

/** The operation that changed a record last, as far as this user made it: what his «undo» takes back. */
export async function ownLastOperation(ctx: Ctx, entity: string, id: number): Promise<number | undefined> {
  may(ctx, 'history.read');
  const { actor } = ctx;
  if (actor.type !== 'user') return undefined;
  const last = await ctx.db.read((tx) => lastOperationOf(tx, entity, id));
  return last?.actorId === actor.id ? last.id : undefined;
}
