import { type BulkRunRow, findBulkRun, insertBulkRun, updateBulkRun } from '@/db/queries/bulk-runs';
import { readSettings } from '@/db/queries/settings';
import type { Ctx } from '../context';
import { DomainError, fieldError } from '../errors';
import { dayInZone, daysMeant } from '../period';
import { may } from '../permissions';
import { validate } from '../validate';
import { type BulkTask, bulkTask, maxSelected, taskPermissions } from './schema';
import { countSelected, type FilterTask, idsOf, lastMeant, noEnd } from './select';

function actorId(ctx: Ctx): number {
  if (ctx.actor.type !== 'user') throw new DomainError('unauthorized');
  return ctx.actor.id;
}

const classes = ['client_class', 'product_class', 'order_class'];

/** Records by their numbers, in place of a filter. Throws `validation` when they are too many to be named. */
async function named(ctx: Ctx, task: FilterTask): Promise<BulkTask> {
  const ids = await ctx.db.read((tx) => idsOf(tx, ctx, task, {}, maxSelected + 1));
  if (ids.length === 0) throw new DomainError('nothing_selected');
  if (ids.length > maxSelected) throw fieldError('filter', 'class_too_many', { most: maxSelected });
  return { ...task, selection: { ids } } as BulkTask;
}

/**
 * A run may go on past midnight: a period that moves with the day is bound to the days it means now. A class shifts with every
 * record that changes: those who are in it now are meant.
 */
async function settled(ctx: Ctx, task: BulkTask): Promise<BulkTask> {
  if (task.entity === 'operation' || 'ids' in task.selection) return task;
  const { filter } = task.selection;
  if (classes.some((name) => name in filter && filter[name as keyof typeof filter] !== undefined)) return named(ctx, task as FilterTask);
  const { timeZone } = await ctx.db.read(readSettings);
  const selection = { filter: { ...filter, ...daysMeant(filter, dayInZone(ctx.now(), timeZone)), period: undefined } };
  return { ...task, selection } as BulkTask;
}

/**
 * Sets a change of many records down, to be carried out by `lib/bulk-runner.ts` also after a restart. Throws `validation`,
 * `nothing_selected`.
 */
export async function startBulk(ctx: Ctx, input: BulkTask): Promise<BulkRunRow> {
  may(ctx, taskPermissions[input.entity]);
  const task = await settled(ctx, validate(bulkTask, input));
  const userId = actorId(ctx);
  const upTo = await ctx.db.read((tx) => lastMeant(tx, task));
  const total = await countSelected(task, ctx);
  if (total === 0) throw new DomainError('nothing_selected');
  return ctx.db.transaction(async (tx) => {
    const run = await insertBulkRun(tx, {
      entity: task.entity,
      task: JSON.stringify(task),
      groupId: null,
      state: 'running',
      cursor: task.entity === 'operation' ? noEnd : 0,
      upTo,
      total,
      done: 0,
      unchanged: 0,
      refused: 0,
      problems: '[]',
      userId,
      source: ctx.source,
      requestId: ctx.requestId,
      createdAt: ctx.now().getTime(),
      finishedAt: null,
    });
    await ctx.beforeCommit?.(tx, run);
    return run;
  });
}

/** Ends a run where it stands; what it has done stays and can be undone. Throws `not_found`, `forbidden`. */
export async function stopBulk(ctx: Ctx, id: number): Promise<void> {
  may(ctx, 'order.write');
  await ctx.db.transaction(async (tx) => {
    const run = await findBulkRun(tx, id);
    if (!run) throw new DomainError('not_found');
    if (run.userId !== actorId(ctx)) may(ctx, 'undo.any');
    if (run.state === 'running') await updateBulkRun(tx, { ...run, state: 'stopped', finishedAt: ctx.now().getTime() });
    await ctx.beforeCommit?.(tx, undefined);
  });
}
