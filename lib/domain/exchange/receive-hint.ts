import { createHash } from 'node:crypto';
import { insertHint, takeHints, updateHints } from '@/db/queries/hints';
import type { Ctx } from '../context';

/** Bookkeeping waits for nobody who writes business data. */
const quick = { isolation: 'read committed' } as const;

/** Tries before a hint is left to the next pull. */
const tries = 5;

/**
 * Keeps what the other side has called about, to be looked into later: false when it has called about it before. The call itself
 * is believed in nothing. `key` is what the other side says it is known by; without one, its text.
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
  return ctx.db.transaction((tx) => insertHint(tx, row), quick);
}

export interface TakenHint {
  id: number;
  raw: string;
  attempts: number;
}

/** Hints of a connection to be looked into, for as long as `forMs`. */
export async function takeDueHints(ctx: Ctx, connectionId: number, forMs: number, limit: number): Promise<TakenHint[]> {
  const at = ctx.now().getTime();
  const rows = await ctx.db.transaction((tx) => takeHints(tx, connectionId, at, at + forMs, limit), quick);
  return rows.map(({ id, raw, attempts }) => ({ id, raw, attempts }));
}

/** Looked into, or to be tried again after `againMs`; after some tries the next pull finds it. */
export async function endHints(ctx: Ctx, hints: readonly TakenHint[], againMs?: number): Promise<void> {
  const at = ctx.now().getTime();
  await ctx.db.transaction(async (tx) => {
    for (const { id, attempts } of hints) {
      const values =
        againMs === undefined
          ? { state: 'done', leaseUntil: null }
          : { state: attempts + 1 >= tries ? 'failed' : 'queued', attempts: attempts + 1, runAt: at + againMs, leaseUntil: null };
      await updateHints(tx, [id], values);
    }
  }, quick);
}
