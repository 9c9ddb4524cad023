import { breathe } from '@/db/engines/breathe';
import type { Tx } from '@/db/engines/engine';
import { type BulkRunRow, countGroup, groupOperationIds } from '@/db/queries/bulk-runs';
import { clientIds, countClients } from '@/db/queries/client-lists';
import { lastClientId } from '@/db/queries/clients';
import { orderIds, sumOrders } from '@/db/queries/order-lists';
import { lastOrderId } from '@/db/queries/orders';
import { findClients } from '../clients/find-clients';
import type { Ctx } from '../context';
import { findOrders } from '../orders/find-orders';
import type { BulkTask } from './schema';

/** Ids looked through at a time when a filter chooses, so that rare ones are no long search. */
const stretch = 2000;

/** Ids counted at a time. */
const counted = 10_000;

export type FilterTask = Extract<BulkTask, { entity: 'order' | 'client' }> & { selection: { filter: object } };

/** The last id that a run may take; ids after it came later. */
export const noEnd = Number.MAX_SAFE_INTEGER;

/** The records of a filter within a range of numbers, ascending. */
export async function idsOf(
  tx: Tx,
  ctx: Ctx,
  task: FilterTask,
  range: { startId?: number; endId?: number },
  limit: number,
): Promise<number[]> {
  return task.entity === 'order'
    ? orderIds(tx, { ...(await findOrders(tx, ctx, task.selection.filter)), ...range }, limit)
    : clientIds(tx, { ...(await findClients(tx, ctx, task.selection.filter)), ...range }, limit);
}

/** The next records of a run in its order, after the last one taken; and how far was looked. */
export async function nextRecords(
  tx: Tx,
  ctx: Ctx,
  task: BulkTask,
  { cursor, upTo }: Pick<BulkRunRow, 'cursor' | 'upTo'>,
  limit: number,
): Promise<{ ids: number[]; lookedTo: number; end: boolean }> {
  if (task.entity === 'operation') {
    const ids = await groupOperationIds(tx, task.selection.group, cursor, limit);
    return { ids, lookedTo: ids.at(-1) ?? 0, end: ids.length < limit };
  }
  if ('ids' in task.selection) {
    const ahead = task.selection.ids.filter((id) => id > cursor).sort((a, b) => a - b);
    const ids = [...new Set(ahead)].slice(0, limit);
    return { ids, lookedTo: ids.at(-1) ?? noEnd, end: ids.length < limit };
  }
  const last = Math.min(cursor + stretch, upTo);
  const ids = await idsOf(tx, ctx, task as FilterTask, { startId: cursor + 1, endId: last }, limit);
  const all = ids.length < limit;
  return { ids, lookedTo: all ? last : (ids.at(-1) ?? last), end: all && last === upTo };
}

/** The last record there is when a run starts: those that come later are not meant. */
export async function lastMeant(tx: Tx, task: BulkTask): Promise<number> {
  if (task.entity === 'operation' || 'ids' in task.selection) return noEnd;
  return task.entity === 'order' ? lastOrderId(tx) : lastClientId(tx);
}

/** Counts within a range of ids, the filter's words looked up once. */
async function counterOf(ctx: Ctx, task: FilterTask): Promise<(tx: Tx, range: { startId: number; endId: number }) => Promise<number>> {
  if (task.entity === 'client') {
    const found = await ctx.db.read((tx) => findClients(tx, ctx, task.selection.filter));
    return (tx, range) => countClients(tx, { ...found, ...range });
  }
  const found = await ctx.db.read((tx) => findOrders(tx, ctx, task.selection.filter));
  return async (tx, range) => (await sumOrders(tx, { ...found, ...range }, noEnd)).count;
}

/** How many records a task is about, as far as can be told before; counted in stretches, so that nobody waits for it. */
export async function countSelected(task: BulkTask, ctx: Ctx): Promise<number> {
  if (task.entity === 'operation') return ctx.db.read((tx) => countGroup(tx, task.selection.group));
  if ('ids' in task.selection) return new Set(task.selection.ids).size;
  const last = await ctx.db.read((tx) => lastMeant(tx, task));
  const countIn = await counterOf(ctx, task as FilterTask);
  let count = 0;
  for (let startId = 1; startId <= last; startId += counted) {
    const range = { startId, endId: startId + counted - 1 };
    count += await ctx.db.read((tx) => countIn(tx, range));
    await breathe();
  }
  return count;
}
