import { type BulkRunRow, bulkRunsOfGroups, findBulkRun } from '@/db/queries/bulk-runs';
import type { Ctx } from '../context';
import { DomainError } from '../errors';
import { may } from '../permissions';
import { type BulkProblem, type BulkTask, bulkTask } from './schema';
import { countSelected } from './select';

export interface BulkRun extends Omit<BulkRunRow, 'task' | 'problems'> {
  task: BulkTask;
  problems: BulkProblem[];
}

function readRun(row: BulkRunRow): BulkRun {
  return { ...row, task: bulkTask.parse(JSON.parse(row.task)), problems: JSON.parse(row.problems) as BulkProblem[] };
}

/** How far a change of many records has come, or `not_found`. */
export async function getBulkRun(ctx: Ctx, id: number): Promise<BulkRun> {
  may(ctx, 'history.read');
  return ctx.db.read(async (tx) => {
    const row = await findBulkRun(tx, id);
    if (!row) throw new DomainError('not_found');
    return readRun(row);
  });
}

/** The changes of many records behind these groups of operations. */
export async function listBulkRuns(ctx: Ctx, groupIds: readonly number[]): Promise<BulkRun[]> {
  may(ctx, 'history.read');
  return groupIds.length === 0 ? [] : ctx.db.read(async (tx) => (await bulkRunsOfGroups(tx, [...groupIds])).map(readRun));
}

/** How many records a selection finds now. */
export async function countBulk(ctx: Ctx, task: BulkTask): Promise<number> {
  may(ctx, 'history.read');
  return countSelected(task, ctx);
}
