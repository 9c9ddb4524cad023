import { breathe } from '@/db/engines/breathe';
import type { Tx } from '@/db/engines/engine';
import { findClient } from '@/db/queries/clients';
import { findOrder, listLiveOrdersOfClient } from '@/db/queries/orders';
import { loadClientItself } from '../clients/load-client';
import { applyClientInput, changeClient, moveClient } from '../clients/write-client';
import type { Ctx } from '../context';
import { DomainError } from '../errors';
import { type Change, recordChange } from '../journal/record-change';
import { loadOrder } from '../orders/load-order';
import { applyOrderInput, changeOrder, moveOrder } from '../orders/write-order';
import { undoStep } from '../undo/undo-operation';
import { refuseTouched } from './refuse-touched';
import type { BulkTask } from './schema';

type OrderTask = Extract<BulkTask, { entity: 'order' }>;
type ClientTask = Extract<BulkTask, { entity: 'client' }>;

async function changeOneOrder(tx: Tx, ctx: Ctx, task: OrderTask, id: number): Promise<Change[]> {
  const { action } = task;
  if (action.type === 'restore') {
    const order = await findOrder(tx, id);
    if (!order || order.order.deletedAt === null) return [];
    if (order.client.deletedAt !== null) throw new DomainError('client_deleted', { id: order.client.id });
    return [await moveOrder(tx, ctx, order, 'restore')];
  }
  const before = await loadOrder(tx, id);
  await refuseTouched(tx, task, id, before.order.version);
  if (action.type === 'delete') return [await moveOrder(tx, ctx, before, 'delete')];
  const { change } = await changeOrder(tx, ctx, before, await applyOrderInput(tx, before, action.fields));
  return change ? [change] : [];
}

async function changeOneClient(tx: Tx, ctx: Ctx, task: ClientTask, id: number): Promise<Change[]> {
  const { action } = task;
  if (action.type === 'restore') {
    const client = await findClient(tx, id);
    return client && client.deletedAt !== null ? [await moveClient(tx, ctx, client, 'restore')] : [];
  }
  const before = await loadClientItself(tx, id);
  await refuseTouched(tx, task, id, before.version);
  if (action.type === 'edit') {
    const { change } = await changeClient(tx, ctx, before, applyClientInput(before, action.fields));
    return change ? [change] : [];
  }
  const orders = await listLiveOrdersOfClient(tx, id);
  if (orders.length > 0 && !action.cascade) throw new DomainError('client_has_orders', { values: { count: orders.length } });
  const changes = [];
  for (const order of orders) {
    await breathe();
    changes.push(await moveOrder(tx, ctx, order, 'delete'));
  }
  return [...changes, await moveClient(tx, ctx, before, 'delete')];
}

/** Step: what a task does to one record, as one operation of its group; the operation's id, or undefined when nothing differs. */
export async function changeRecord(tx: Tx, ctx: Ctx, task: BulkTask, id: number): Promise<number | undefined> {
  if (task.entity === 'operation') return undoStep(tx, ctx, id, () => task.action.conflicts);
  const changes = task.entity === 'order' ? await changeOneOrder(tx, ctx, task, id) : await changeOneClient(tx, ctx, task, id);
  return changes.length > 0 ? recordChange(tx, ctx, bulkKind(task), changes) : undefined;
}

/** The kind of a task's operations: `bulk.status` when the status alone is set. */
export function bulkKind({ action }: BulkTask): string {
  if (action.type !== 'edit') return `bulk.${action.type}`;
  const names = Object.entries(action.fields).filter(([, value]) => value !== undefined);
  return names.length === 1 ? `bulk.${names[0]?.[0]}` : 'bulk.edit';
}
