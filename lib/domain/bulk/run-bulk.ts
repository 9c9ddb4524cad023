import type { Engine, Tx } from '@/db/engines/engine';
import { type BulkRunRow, findBulkRun, lockBulkRun, unfinishedBulkRuns, updateBulkRun } from '@/db/queries/bulk-runs';
import { findUser } from '@/db/queries/users';
import type { Ctx, Source } from '../context';
import { isDomainError } from '../errors';
import { can, type Role } from '../permissions';
import { changeRecord } from './change-record';
import { type BulkProblem, type BulkTask, bulkTask, maxProblems, taskPermissions } from './schema';
import { nextRecords } from './select';

/** Records taken by a batch at most, and ms after which it ends earlier, so that others are not kept waiting. */
const batch = 50;
const batchMs = 6;

/** How long a run is left alone that another process carries on, ms. */
const takenMs = 50;

/** A record refused in the middle of a batch: the batch is run again without it. */
class Refusal extends Error {
  constructor(readonly problem: BulkProblem) {
    super(problem.code);
  }
}

/** Whoever started a run, with the rights he has by now; undefined when they do not suffice any more. */
async function ctxOfRun(tx: Tx, db: Engine, run: BulkRunRow, now: () => Date): Promise<Ctx | undefined> {
  const user = await findUser(tx, run.userId);
  if (!user || user.disabledAt !== null) return undefined;
  const actor = { type: 'user', id: user.id, name: user.displayName, role: user.role as Role, sessionId: '' } as const;
  const ctx = { actor, db, now, source: run.source as Source, requestId: run.requestId };
  return can(ctx, taskPermissions[bulkTask.parse(JSON.parse(run.task)).entity]) ? ctx : undefined;
}

async function tryRecord(tx: Tx, ctx: Ctx, task: BulkTask, id: number): Promise<number | undefined> {
  try {
    return await changeRecord(tx, ctx, task, id);
  } catch (error) {
    if (isDomainError(error)) throw new Refusal({ id, code: error.code });
    throw error;
  }
}

function withProblem(run: BulkRunRow, problem: BulkProblem): BulkRunRow {
  const known = JSON.parse(run.problems) as BulkProblem[];
  const problems = known.length < maxProblems ? JSON.stringify([...known, problem]) : run.problems;
  return { ...run, refused: run.refused + 1, problems };
}

/** One batch in one transaction: its records and how far the run has come are written together, or neither is. */
async function runBatch(tx: Tx, ctx: Ctx, run: BulkRunRow, refused: ReadonlyMap<number, BulkProblem>): Promise<BulkRunRow> {
  const task = bulkTask.parse(JSON.parse(run.task));
  const { ids, lookedTo, end } = await nextRecords(tx, ctx, task, run, batch);
  const started = performance.now();
  let after = run;
  for (const [at, id] of ids.entries()) {
    const problem = refused.get(id);
    if (problem) after = withProblem(after, problem);
    else {
      const operationId = await tryRecord(tx, { ...ctx, groupId: after.groupId ?? undefined }, task, id);
      after =
        operationId === undefined
          ? { ...after, unchanged: after.unchanged + 1 }
          : { ...after, done: after.done + 1, groupId: after.groupId ?? operationId };
    }
    after = { ...after, cursor: id };
    if (at < ids.length - 1 && performance.now() - started > batchMs) return after;
  }
  const state = end ? ({ state: 'done', finishedAt: ctx.now().getTime() } as const) : {};
  return { ...after, cursor: lookedTo, ...state };
}

/** Carries a run on by one batch; whether there is more to do. */
export async function continueBulk(db: Engine, id: number, now: () => Date): Promise<boolean> {
  const refused = new Map<number, BulkProblem>();
  for (;;) {
    try {
      const went = await db.transaction(async (tx) => {
        if (!(await lockBulkRun(db, tx, id))) return 'taken';
        const run = await findBulkRun(tx, id);
        if (run?.state !== 'running') return false;
        const ctx = await ctxOfRun(tx, db, run, now);
        const after = ctx ? await runBatch(tx, ctx, run, refused) : { ...run, state: 'stopped', finishedAt: now().getTime() };
        await updateBulkRun(tx, after);
        return after.state === 'running';
      });
      if (went !== 'taken') return went;
      await new Promise((done) => setTimeout(done, takenMs));
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.set(error.problem.id, error.problem);
    }
  }
}

/** Runs that a stopped process left unfinished. */
export async function unfinishedRuns(db: Engine): Promise<number[]> {
  return (await db.read(unfinishedBulkRuns)).map(({ id }) => id);
}
