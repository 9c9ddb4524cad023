import type { Engine, Tx } from '@/db/engines/engine';
import type { Role } from './permissions';

/** Through which door a write came; of an exchange, the kind of the connection. */
export type Source = 'web' | 'api' | 'cli' | 'import' | 'system' | '1c' | 'tryton';

export interface UserActor {
  type: 'user';
  id: number;
  name: string;
  role: Role;
  sessionId: string;
}

export type Actor =
  | UserActor
  /** The program itself: seed, command line, first start. */
  | { type: 'system'; name: string }
  | { type: 'anonymous' };

/** Who asks, when, and through what; the first argument of every verb. */
export interface Ctx {
  actor: Actor;
  source: Source;
  requestId: string;
  /** UTC. */
  now: () => Date;
  db: Engine;
  /** The operation that a group of operations hangs on. */
  groupId?: number;
  /** The connection that the write comes through: it is not told of its own. */
  connectionId?: number;
  /** Runs in the transaction of a writing verb, after its work: the idempotency row. */
  beforeCommit?: (tx: Tx, result: unknown) => Promise<void>;
}

/** One unit of work of a verb: everything in it commits together, or nothing does. */
export function unit<T>(ctx: Ctx, work: (tx: Tx) => Promise<T>): Promise<T> {
  return ctx.db.transaction(async (tx) => {
    const result = await work(tx);
    await ctx.beforeCommit?.(tx, result);
    return result;
  });
}

/** The id of the acting user, if a user acts. */
export function actingUser(ctx: Ctx): number | null {
  return ctx.actor.type === 'user' ? ctx.actor.id : null;
}
