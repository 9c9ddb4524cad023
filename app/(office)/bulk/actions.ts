'use server';

import { selectedIds } from '@/components/bulk/selection-url';
import { hrefWith } from '@/components/data-table/list-url';
import { driveBulkFor } from '@/lib/bulk-runner';
import { getBulkRun } from '@/lib/domain/bulk/get-bulk';
import { type BulkTask, bulkTask } from '@/lib/domain/bulk/schema';
import { startBulk, stopBulk } from '@/lib/domain/bulk/start-bulk';
import { clientFilterFields } from '@/lib/domain/clients/client-filter';
import { orderFilterFields } from '@/lib/domain/orders/order-filter';
import { validate } from '@/lib/domain/validate';
import { numberIn, press, typedValues } from '@/lib/entry/action';
import { readFilter } from '@/lib/entry/filter-params';
import type { PageCtx } from '@/lib/entry/page';

/** How long a page waits for a run before it shows its progress, ms. */
const patience = 400;

async function start(ctx: PageCtx, task: BulkTask): Promise<string> {
  const { id } = await startBulk(ctx, task);
  await driveBulkFor(ctx.db, id, patience);
  return `/bulk/${id}`;
}

interface Asked {
  act: string;
  value: string;
  cascade: string;
}

/** One field with its value, the bin, or out of it. */
function actionOf({ act, value, cascade }: Asked): unknown {
  if (act === 'delete') return { type: 'delete', cascade: cascade === '1' };
  if (act === 'restore') return { type: 'restore' };
  return { type: 'edit', fields: { [act]: act === 'due_day' && value === '' ? null : value } };
}

function changeMany(entity: 'order' | 'client', path: string, data: FormData): Promise<never> {
  const { act = '', cascade = '', [`set_${act}`]: value = '', ...selection } = typedValues(data);
  const fields = entity === 'order' ? orderFilterFields : clientFilterFields;
  const ids = selectedIds(selection);
  return press(hrefWith(path, selection), (ctx) => {
    const chosen = ids ? { ids } : { filter: readFilter(fields, selection).filter };
    return start(ctx, validate(bulkTask, { entity, selection: chosen, action: actionOf({ act, value, cascade }) }));
  });
}

export async function changeOrdersAction(data: FormData): Promise<never> {
  return changeMany('order', '/orders/bulk', data);
}

export async function changeClientsAction(data: FormData): Promise<never> {
  return changeMany('client', '/clients/bulk', data);
}

/** Does to the records that somebody had changed meanwhile what was wanted of them. */
export async function overBulkAction(data: FormData): Promise<never> {
  const id = numberIn(data, 'run') ?? 0;
  return press(`/bulk/${id}`, async (ctx) => {
    const { task, problems } = await getBulkRun(ctx, id);
    const ids = problems.filter(({ code }) => code === 'stale_version').map((problem) => problem.id);
    return start(ctx, validate(bulkTask, { ...task, selection: { ids } }));
  });
}

/** Takes a whole group back, with one word about what has changed since. */
export async function undoGroupAction(data: FormData): Promise<never> {
  const group = numberIn(data, 'group') ?? 0;
  const conflicts = data.get('conflicts') === 'undone' ? 'undone' : 'theirs';
  return press(`/bulk/${numberIn(data, 'run') ?? 0}`, (ctx) =>
    start(ctx, { entity: 'operation', selection: { group }, action: { type: 'undo', conflicts } }),
  );
}

export async function stopBulkAction(data: FormData): Promise<never> {
  const id = numberIn(data, 'run') ?? 0;
  return press(`/bulk/${id}`, async (ctx) => {
    await stopBulk(ctx, id);
    return `/bulk/${id}`;
  });
}
