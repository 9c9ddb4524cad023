import { findConnectionState, lockConnectionState, updateConnectionState } from '@/db/queries/connections';
import { type ExchangeRunRow, findRun, insertFinding, leaseRun, markFixed, updateRun } from '@/db/queries/exchange-runs';
import { storeCursors } from '@/db/queries/exchange-walk';
import { replaceStock, type StockFigure } from '@/db/queries/stock';
import type { Problem } from '../connections/schema';
import type { Ctx } from '../context';
import { type Cursors, readCursors } from './cursors';
import type { RunCursor } from './run-cursor';
import type { Exchanged, FindingDetail, FindingKind, RunCounts } from './schema';

/** Bookkeeping of workers waits for nobody who writes business data. */
const quick = { isolation: 'read committed' } as const;

/** Takes a run for some time, ms; undefined when somebody else has it, or when it has ended. */
export async function takeRun(ctx: Ctx, id: number, forMs: number): Promise<ExchangeRunRow | undefined> {
  const at = ctx.now().getTime();
  return ctx.db.transaction(async (tx) => ((await leaseRun(tx, id, at, at + forMs)) ? findRun(tx, id) : undefined), quick);
}

export interface Step {
  cursor: RunCursor;
  counts: RunCounts;
  groupId: number | null;
  findings: readonly { kind: FindingKind; entity: Exchanged; localId?: number; remoteId?: string; detail: FindingDetail }[];
  /** Findings of another run that were settled. */
  fixed: readonly number[];
  /** `done` when nothing is left; `failed` for good. */
  state: 'running' | 'done' | 'failed';
  problem: Problem | null;
  /** When it may go on (UTC epoch ms); at once when left out. */
  notBefore?: number;
}

/** What a connection is said to fare like after a step. */
const answered = (at: number) => ({ lastContactAt: at, lastOkAt: at, lastProblem: null, lastProblemAt: null });
const failed = (problem: Problem) => ({ lastProblem: JSON.stringify(problem) });

/** Notes a step of a run: how far it has come and what it has found, together. Whether it goes on; one that was stopped does not. */
export async function keepStep(ctx: Ctx, run: Pick<ExchangeRunRow, 'id' | 'connectionId'>, step: Step): Promise<boolean> {
  const at = ctx.now().getTime();
  return ctx.db.transaction(async (tx) => {
    for (const { kind, entity, localId = null, remoteId = null, detail } of step.findings) {
      await insertFinding(tx, { runId: run.id, kind, entity, localId, remoteId, detail: JSON.stringify(detail), fixedAt: null });
    }
    for (const id of step.fixed) await markFixed(tx, id, at);
    const now = await findRun(tx, run.id);
    const goesOn = now?.state === 'running';
    await updateRun(tx, run.id, {
      cursor: JSON.stringify(step.cursor),
      counts: JSON.stringify(step.counts),
      groupId: step.groupId,
      problem: step.problem && JSON.stringify(step.problem),
      leaseUntil: step.notBefore ?? null,
      ...(goesOn && step.state !== 'running' ? { state: step.state, finishedAt: at } : {}),
    });
    await updateConnectionState(tx, run.connectionId, step.problem ? { ...failed(step.problem), lastProblemAt: at } : answered(at));
    return goesOn && step.state === 'running';
  }, quick);
}

/** How far a connection was read. */
export async function cursorsOf(ctx: Ctx, connectionId: number): Promise<Cursors> {
  return ctx.db.read(async (tx) => readCursors((await findConnectionState(tx, connectionId))?.cursors));
}

/** Lays what was learnt of the other side over what was known. */
export async function noteCursors(ctx: Ctx, connectionId: number, learnt: Cursors): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    // A check by a person writes beside a run of a worker.
    await lockConnectionState(tx, connectionId);
    const known = readCursors((await findConnectionState(tx, connectionId))?.cursors);
    await storeCursors(tx, connectionId, JSON.stringify({ ...known, ...learnt }));
  }, quick);
}

/** What the warehouses over there have, in place of what they had. */
export async function keepStock(ctx: Ctx, connectionId: number, rows: readonly StockFigure[]): Promise<void> {
  await ctx.db.transaction((tx) => replaceStock(tx, connectionId, ctx.now().getTime(), rows), quick);
}
