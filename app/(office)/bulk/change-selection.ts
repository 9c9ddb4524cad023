'use server';

import { getTranslations } from 'next-intl/server';
import type { BulkAnswer, BulkWish } from '@/components/bulk/selection';
import { statusOf } from '@/components/orders/order-status';
import { driveBulkFor } from '@/lib/bulk-runner';
import { bulkTask } from '@/lib/domain/bulk/schema';
import { startBulk } from '@/lib/domain/bulk/start-bulk';
import { clientFilterFields } from '@/lib/domain/clients/client-filter';
import { orderFilterFields } from '@/lib/domain/orders/order-filter';
import { validate } from '@/lib/domain/validate';
import { actionCtx, refusalOf } from '@/lib/entry/action';
import { readFilter } from '@/lib/entry/filter-params';

/** How long the answer waits for a short run, ms. */
const patience = 300;

/** The parameters of an address, repeated ones as lists. */
function paramsOf(query: string): Record<string, string | string[]> {
  const given = new URLSearchParams(query);
  return Object.fromEntries([...given.keys()].map((name) => [name, given.getAll(name)]));
}

/** What is said when a run is through; `{n}` stands for the number, which is not known yet. */
async function textFor({ entity, action }: BulkWish): Promise<string> {
  const [t, word] = await Promise.all([getTranslations('selection'), getTranslations('status')]);
  if (action.type === 'delete') return t(entity === 'order' ? 'ordersDeleted' : 'clientsDeleted', { n: '{n}' });
  return t('ordersMoved', { n: '{n}', status: word(statusOf(action.fields.status ?? '')) });
}

/** Changes the rows chosen in a list; the run goes on after the answer. */
export async function changeSelectionAction(wish: BulkWish): Promise<BulkAnswer> {
  try {
    const ctx = await actionCtx();
    const fields = wish.entity === 'order' ? orderFilterFields : clientFilterFields;
    const selection = wish.ids ? { ids: wish.ids, seen: wish.seen } : { filter: readFilter(fields, paramsOf(wish.query ?? '')).filter };
    const run = await startBulk(ctx, validate(bulkTask, { entity: wish.entity, selection, action: wish.action }));
    await driveBulkFor(ctx.db, run.id, patience);
    return { type: 'begun', run: run.id, total: run.total, text: await textFor(wish) };
  } catch (error) {
    return { type: 'refused', message: (await refusalOf(error)).message };
  }
}
