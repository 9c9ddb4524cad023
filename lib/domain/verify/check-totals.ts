import type { Engine } from '@/db/engines/engine';
import type { Ctx } from '../context';
import { may } from '../permissions';
import { type Control, controlTotals } from './control';

export interface CheckedTotals extends Control {
  durationMs: number;
}

async function check({ db, now }: Ctx): Promise<CheckedTotals> {
  const started = performance.now();
  const control = await db.snapshot((tx) => controlTotals(tx, now));
  return { ...control, durationMs: Math.round(performance.now() - started) };
}

const running = new WeakMap<Engine, Promise<CheckedTotals>>();

/**
 * Every sum that is shown beside what its lines come to, out of one view of the data, and how long that took. It is a pass
 * over all orders: whoever asks while one is under way waits for that one.
 */
export async function checkTotals(ctx: Ctx): Promise<CheckedTotals> {
  may(ctx, 'report.read');
  const known = running.get(ctx.db);
  if (known) return known;
  const started = check(ctx).finally(() => running.delete(ctx.db));
  running.set(ctx.db, started);
  return started;
}
