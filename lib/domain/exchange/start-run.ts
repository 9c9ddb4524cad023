import type { Tx } from '@/db/engines/engine';
import { type ExchangeRunRow, findFinding, findRun, insertRun, lastRun, updateRun } from '@/db/queries/exchange-runs';
import { loadConnection } from '../connections/write-connection';
import { actingUser, type Ctx } from '../context';
import { DomainError } from '../errors';
import { may } from '../permissions';
import type { RunCursor } from './run-cursor';
import type { FindingKind, RunKind } from './schema';
import { type RunView, viewOfRun } from './view-run';

/** Step: sets a run down, for a worker to carry out. */
export function addRun(tx: Tx, ctx: Ctx, connectionId: number, kind: RunKind, cursor: RunCursor = {}): Promise<ExchangeRunRow> {
  return insertRun(tx, {
    connectionId,
    kind,
    state: 'running',
    cursor: JSON.stringify(cursor),
    counts: '{}',
    problem: null,
    groupId: null,
    leaseUntil: null,
    userId: actingUser(ctx),
    requestId: ctx.requestId,
    createdAt: ctx.now().getTime(),
    finishedAt: null,
  });
}

/**
 * Has the other side read: what is new (`pull`), everything (`backfill`), everything without writing (`rehearsal`), or compared
 * (`reconciliation`). A run of the kind that is under way is given back instead. A worker carries it out, also after a restart.
 * Throws `not_found`.
 */
export async function startExchangeRun(ctx: Ctx, { connectionId, kind }: { connectionId: number; kind: RunKind }): Promise<RunView> {
  may(ctx, 'connection.manage');
  return ctx.db.transaction(async (tx) => {
    await loadConnection(tx, connectionId);
    const last = await lastRun(tx, connectionId, kind);
    const run = last?.state === 'running' ? last : await addRun(tx, ctx, connectionId, kind);
    await ctx.beforeCommit?.(tx, run);
    return viewOfRun(run);
  });
}

/** Ends a run where it stands; what it has written stays and can be undone as one. Throws `not_found`. */
export async function stopExchangeRun(ctx: Ctx, id: number): Promise<void> {
  may(ctx, 'connection.manage');
  await ctx.db.transaction(async (tx) => {
    const run = await findRun(tx, id);
    if (!run) throw new DomainError('not_found');
    if (run.state === 'running') await updateRun(tx, id, { state: 'stopped', finishedAt: ctx.now().getTime() });
    await ctx.beforeCommit?.(tx, undefined);
  });
}

/** The button beside one finding: what is missing is made, what differs is merged again. Throws `not_found`. */
export async function fixFinding(ctx: Ctx, findingId: number): Promise<RunView> {
  may(ctx, 'connection.manage');
  return ctx.db.transaction(async (tx) => {
    const finding = await findFinding(tx, findingId);
    const run = finding && (await findRun(tx, finding.runId));
    if (!finding || !run) throw new DomainError('not_found');
    const fix = await addRun(tx, ctx, run.connectionId, 'pull', { fix: { runId: run.id, ids: [findingId] } });
    await ctx.beforeCommit?.(tx, fix);
    return viewOfRun(fix);
  });
}

/** The same for everything that a run has found, or for one kind of it; one run, undone as one. Throws `not_found`. */
export async function fixFindings(ctx: Ctx, { runId, kind }: { runId: number; kind?: FindingKind }): Promise<RunView> {
  may(ctx, 'connection.manage');
  return ctx.db.transaction(async (tx) => {
    const run = await findRun(tx, runId);
    if (!run) throw new DomainError('not_found');
    const fix = await addRun(tx, ctx, run.connectionId, 'pull', { fix: { runId, kind } });
    await ctx.beforeCommit?.(tx, fix);
    return viewOfRun(fix);
  });
}
