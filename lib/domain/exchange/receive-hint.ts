import { createHash } from 'node:crypto';
import { insertHint, endHints as markEnded, renewHint, takeHints } from '@/db/queries/hints';
import type { Ctx } from '../context';

/** Bookkeeping waits for nobody who writes business data. */
const quick = { isolation: 'read committed' } as const;

/**
 * Keeps what the other side has called about, to be looked into later: false when that waits already. The call itself is believed
 * in nothing. `key` is what the other side knows the call by, and then it counts once; without one, the same text is a new call as
 * soon as the one before was looked into.
 */
export async function receiveHint(
  ctx: Ctx,
  { connectionId, raw, key }: { connectionId: number; raw: string; key?: string },
): Promise<boolean> {
  const at = ctx.now().getTime();
  const dedupeKey = createHash('sha256')
    .update(key ?? raw)
    .digest('hex');
  const row = { connectionId, dedupeKey, raw, state: 'queued', attempts: 0, runAt: at, leaseUntil: null, receivedAt: at };
  return ctx.db.transaction(async (tx) => (await insertHint(tx, row)) || (key === undefined && (await renewHint(tx, row))), quick);
}

export interface TakenHint {
  id: number;
  raw: string;
}

/** Hints of a connection to be looked into, for as long as `forMs`. */
export async function takeDueHints(ctx: Ctx, connectionId: number, forMs: number, limit: number): Promise<TakenHint[]> {
  const at = ctx.now().getTime();
  const rows = await ctx.db.transaction((tx) => takeHints(tx, connectionId, at, at + forMs, limit), quick);
  return rows.map(({ id, raw }) => ({ id, raw }));
}

/** Looked into. */
export async function endHints(ctx: Ctx, hints: readonly TakenHint[]): Promise<void> {
  const ids = hints.map(({ id }) => id);
  await ctx.db.transaction((tx) => markEnded(tx, ids), quick);
}
