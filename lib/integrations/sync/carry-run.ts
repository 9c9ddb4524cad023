import { isDbError } from '@/db/engines/db-error';
import type { ExchangeRunRow } from '@/db/queries/exchange-runs';
import type { Problem } from '@/lib/domain/connections/schema';
import type { Ctx } from '@/lib/domain/context';
import { isDomainError } from '@/lib/domain/errors';
import { cursorsOf, keepStep, keepStock, noteCursors, takeRun } from '@/lib/domain/exchange/keep-run';
import { readRunCursor } from '@/lib/domain/exchange/run-cursor';
import type { RunCounts } from '@/lib/domain/exchange/schema';
import { linksOfStock } from '@/lib/domain/exchange/stock-products';
import { log } from '@/lib/log';
import { reconciliationStep, rehearsalStep } from './compare-steps';
import { outcomeOfError } from './outcome-of-error';
import type { Peer } from './peer';
import { beginStep, countsOfFailed, type RunState } from './run-state';
import { backfillStep, fixStep, onlyStep, pullStep, type Stepped } from './run-steps';
import type { Sync } from './session';

type Failed = ReturnType<typeof outcomeOfError>;

/** Runs that change records. */
const writes: ReadonlySet<string> = new Set(['pull', 'backfill']);

/** How long a step may take before another worker takes the run over, ms. */
const leaseMs = 5 * 60_000;

/** Times a step is tried in a row, and the pauses between, ms. */
const pauses = [5_000, 30_000, 120_000, 600_000];

async function step(state: RunState, { kind, connectionId }: ExchangeRunRow): Promise<Stepped> {
  if (state.cursor.fix) return fixStep(state);
  if (state.cursor.only) return onlyStep(state);
  switch (kind) {
    case 'backfill':
      return backfillStep(state, connectionId);
    case 'rehearsal':
      return rehearsalStep(state);
    case 'reconciliation':
      return reconciliationStep(state);
    default:
      return pullStep(state, connectionId);
  }
}

/** Stock is read again after so long, ms: it is all of it each time. */
const stockMs = 15 * 60_000;

/** What belongs to the end of a whole look: stock, and the words of the other side for the mapping. */
async function finish({ sync, cursor }: RunState, { kind, connectionId }: ExchangeRunRow): Promise<void> {
  if (!writes.has(kind) || cursor.fix || cursor.only) return;
  const { peer, ctx } = sync;
  const at = ctx().now().getTime();
  const { stockAt = 0 } = await cursorsOf(ctx(), connectionId);
  const isDue = peer.stock !== undefined && (kind === 'backfill' || stockAt + stockMs <= at);
  if (isDue) await keepStock(ctx(), connectionId, await linksOfStock(ctx(), connectionId, (await peer.stock?.()) ?? []));
  const vocabulary = await peer.vocabulary();
  await noteCursors(ctx(), connectionId, { vocabulary, ...(kind === 'pull' ? { pulledAt: at } : {}), ...(isDue ? { stockAt: at } : {}) });
}

/** What stopped a run: tried again after a pause, or the end of it. */
export interface RunStop {
  goesOn: boolean;
  /** Everything of the connection waits for a person. */
  pause?: Problem;
}

/**
 * Carries a run on by one step: a page, or some findings. A crash at any place loses nothing: the step is done again, and what it
 * has written is recognised. A step that fails is tried again after a pause, then the run has failed.
 */
export async function carryRun(
  id: number,
  join: () => Promise<Peer>,
  begin: (run: ExchangeRunRow, peer: Peer) => Sync,
  own: Ctx,
): Promise<RunStop> {
  const run = await takeRun(own, id, leaseMs);
  if (!run) return { goesOn: false };
  let state: RunState | undefined;
  try {
    const sync = begin(run, await join());
    state = beginStep(run, sync);
    const { done, cursors } = await step(state, run);
    if (cursors) await noteCursors(own, run.connectionId, { at: cursors.at });
    if (done) await finish(state, run);
    const { cursor, counts, findings, fixed } = state;
    const groupId = sync.groupId() ?? null;
    const goesOn = await keepStep(own, run, { counts, groupId, findings, fixed, cursor, state: done ? 'done' : 'running', problem: null });
    return { goesOn };
  } catch (error) {
    if (isDomainError(error)) throw error;
    const outcome = outcomeOf(error, run);
    const notBefore = await noteFailure(own, run, state, outcome);
    return { goesOn: notBefore !== undefined, ...(outcome.kind === 'pause' ? { pause: outcome.problem } : {}) };
  }
}

/** What nobody has foreseen is tried again as well, and stops the run in the end. A database that is away, or a worker that stops, is no failure of it. */
function outcomeOf(error: unknown, { id, connectionId }: ExchangeRunRow): Failed {
  try {
    return outcomeOfError(error);
  } catch {
    if (isDbError(error) || !(error instanceof Error) || error.name === 'AbortError') throw error;
    // Without its message, which may hold words and secrets of the other side.
    const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
    log().error({ connection: connectionId, run: id, name: error.name, frames }, 'a step of an exchange failed unexpectedly');
    return { kind: 'retry', problem: { code: 'unexpected' } };
  }
}

/** Notes a step that failed; when it is tried again (UTC epoch ms), undefined when the run has failed. */
async function noteFailure(own: Ctx, run: ExchangeRunRow, state: RunState | undefined, outcome: Failed): Promise<number | undefined> {
  const cursor = readRunCursor(run.cursor);
  const counts = JSON.parse(run.counts) as RunCounts;
  const kept = state && writes.has(run.kind) ? countsOfFailed(counts, state) : counts;
  // A long step that gets further each time is not given up.
  const failures = JSON.stringify(kept) === JSON.stringify(counts) ? (cursor.failures ?? 0) + 1 : 1;
  const pauseMs = outcome.kind === 'retry' ? pauses[failures - 1] : undefined;
  const waitMs = outcome.kind === 'retry' && pauseMs !== undefined ? Math.max(pauseMs, outcome.afterMs ?? 0) : undefined;
  const notBefore = waitMs === undefined ? undefined : own.now().getTime() + waitMs;
  await keepStep(own, run, {
    counts: kept,
    groupId: state?.sync.groupId() ?? run.groupId,
    findings: [],
    fixed: state?.fixed ?? [],
    cursor: { ...cursor, failures },
    state: notBefore === undefined ? 'failed' : 'running',
    problem: outcome.problem,
    notBefore,
  });
  return notBefore;
}
