import { countFindings, findingsOf, findRun, runsOf } from '@/db/queries/exchange-runs';
import type { Ctx } from '../context';
import { DomainError } from '../errors';
import { may } from '../permissions';
import type { FindingKind } from './schema';
import { type FindingView, type RunView, viewOfFinding, viewOfRun } from './view-run';

/** Runs of a connection, newest first. */
export async function listExchangeRuns(
  ctx: Ctx,
  { connectionId, limit, before }: { connectionId: number; limit: number; before?: number },
): Promise<RunView[]> {
  may(ctx, 'connection.manage');
  return (await ctx.db.read((tx) => runsOf(tx, connectionId, limit, before))).map(viewOfRun);
}

export interface RunWithFindings extends RunView {
  /** Kind to how many were found, and how many of them still stand. */
  found: { kind: string; count: number; open: number }[];
}

/** A run and what it has found, counted. Throws `not_found`. */
export async function getExchangeRun(ctx: Ctx, id: number): Promise<RunWithFindings> {
  may(ctx, 'connection.manage');
  return ctx.db.read(async (tx) => {
    const run = await findRun(tx, id);
    if (!run) throw new DomainError('not_found');
    return { ...viewOfRun(run), found: await countFindings(tx, id) };
  });
}

/** What a run has found, in its order, after the id `after`. */
export async function listFindings(
  ctx: Ctx,
  { runId, ...page }: { runId: number; kind?: FindingKind; after?: number; limit: number; unfixed?: boolean },
): Promise<FindingView[]> {
  may(ctx, 'connection.manage');
  return (await ctx.db.read((tx) => findingsOf(tx, runId, page))).map(viewOfFinding);
}
