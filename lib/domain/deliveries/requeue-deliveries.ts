import type { Tx } from '@/db/engines/engine';
import { findDelivery, queueAgain, skipDeliveries } from '@/db/queries/deliveries';
import type { Ctx } from '../context';
import { DomainError } from '../errors';
import { may } from '../permissions';

/** The queue is a worker's own book: what a person does with it changes no business data and stands in no journal. */
async function writeQueue<T>(ctx: Ctx, work: (tx: Tx) => Promise<T>): Promise<T> {
  may(ctx, 'connection.manage');
  return ctx.db.transaction(work, { isolation: 'read committed' });
}

async function knownDelivery(tx: Tx, id: number): Promise<void> {
  if (!(await findDelivery(tx, id))) throw new DomainError('not_found');
}

/** Sends one again, or at once: dead, skipped or done, or waiting for its next attempt. False when it is under way or merged. Throws `not_found`. */
export function retryDelivery(ctx: Ctx, id: number): Promise<boolean> {
  return writeQueue(ctx, async (tx) => {
    await knownDelivery(tx, id);
    const states = ['queued', 'dead', 'skipped', 'done'];
    return (await queueAgain(tx, { id, states }, ctx.now().getTime())) > 0;
  });
}

/** Sends all dead ones of a connection again; how many. */
export function retryDead(ctx: Ctx, connectionId: number): Promise<number> {
  return writeQueue(ctx, (tx) => queueAgain(tx, { connectionId, states: ['dead'] }, ctx.now().getTime()));
}

/** Gives one up that is dead or waits. False when it is under way or at its end. Throws `not_found`. */
export function skipDelivery(ctx: Ctx, id: number): Promise<boolean> {
  return writeQueue(ctx, async (tx) => {
    await knownDelivery(tx, id);
    return (await skipDeliveries(tx, { id, states: ['queued', 'dead'] }, ctx.now().getTime())) > 0;
  });
}

export interface Replay {
  connectionId: number;
  /** UTC ms: from inclusive, to exclusive. */
  from: number;
  to: number;
}

/** Sends what a connection was told of in a time once more, each under the number it had; how many. */
export function replayDeliveries(ctx: Ctx, { connectionId, from, to }: Replay): Promise<number> {
  return writeQueue(ctx, (tx) => queueAgain(tx, { connectionId, from, to, states: ['done', 'dead', 'skipped'] }, ctx.now().getTime()));
}
