import type { Ctx } from '../context';
import { may } from '../permissions';
import { type Control, controlTotals } from './control';

/** Every sum that is shown beside what its lines come to, out of one view of the data; and how long that took, ms. */
export async function checkTotals(ctx: Ctx): Promise<Control & { durationMs: number }> {
  may(ctx, 'report.read');
  const started = performance.now();
  const control = await ctx.db.snapshot((tx) => controlTotals(tx, ctx.now));
  return { ...control, durationMs: Math.round(performance.now() - started) };
}
