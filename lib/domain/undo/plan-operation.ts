import { breathe } from '@/db/engines/breathe';
import type { Tx } from '@/db/engines/engine';
import { findClient, findOtherByEmail } from '@/db/queries/clients';
import { changesOfOperation } from '@/db/queries/journal';
import { listLiveOrdersOfClient } from '@/db/queries/orders';
import { emailKeyOf } from '../clients/email';
import type { FieldChanges, Json } from '../journal/fields';
import { loadKept } from './keepers';
import { addConflict, type Choose, planStep, type Undoable, type UndoStep } from './plan';

/** The changes of an operation with their values, last first. */
export async function undoablesOf(tx: Tx, operationId: number): Promise<Undoable[]> {
  const rows = await changesOfOperation(tx, operationId);
  return rows.reverse().map(({ change, value }) => ({
    change,
    fields: value?.json == null ? null : (JSON.parse(value.json) as FieldChanges),
  }));
}

function idOf(client: Json | undefined): number | undefined {
  return typeof client === 'object' && client !== null && 'id' in client ? Number(client.id) : undefined;
}

function isOf(step: UndoStep, entity: UndoStep['entity'], action: UndoStep['action']): boolean {
  return step.entity === entity && step.action === action;
}

function drop(step: UndoStep): void {
  Object.assign(step, { action: 'none', target: {} });
}

/** A client who came by the operation may have orders since: they go with him, or he stays. */
async function checkOrders(tx: Tx, step: UndoStep, steps: UndoStep[], choose: Choose): Promise<void> {
  const live = await listLiveOrdersOfClient(tx, step.entityId);
  const others = live.filter(({ order }) => {
    const own = steps.find(({ entity, entityId }) => entity === 'order' && entityId === order.id);
    return own?.action !== 'delete' && !(own && idOf(own.target.client) !== undefined);
  });
  if (others.length === 0) return;
  const found = { entity: step.entity, entityId: step.entityId, field: 'record', reason: 'has_orders' } as const;
  if (addConflict(step.conflicts, { ...found, done: null, theirs: others.length, undone: 'deleted' }, choose))
    step.orders = others.map(({ order }) => order.id);
  else drop(step);
}

/** An order comes back only to a client who is there; he may come back with it. */
async function checkClient(tx: Tx, step: UndoStep, steps: UndoStep[], choose: Choose): Promise<UndoStep | undefined> {
  const clientId = idOf(step.target.client ?? step.kept.snapshot.client);
  const client = clientId === undefined ? undefined : await findClient(tx, clientId);
  if (!client || client.deletedAt === null) return undefined;
  if (steps.some((other) => isOf(other, 'client', 'restore') && other.entityId === client.id)) return undefined;
  const found = { entity: step.entity, entityId: step.entityId, field: 'client', reason: 'client_deleted' } as const;
  const theirs = step.target.client ?? step.kept.snapshot.client ?? null;
  if (!addConflict(step.conflicts, { ...found, done: null, theirs, undone: 'restored' }, choose)) {
    drop(step);
    return undefined;
  }
  const kept = await loadKept(tx, 'client', client.id);
  return kept && { entity: 'client', entityId: client.id, action: 'restore', target: {}, now: {}, orders: [], conflicts: [], kept };
}

/** An e-mail that somebody else has by now: the client comes back without it, or his present one stays. */
async function checkEmail(tx: Tx, step: UndoStep, steps: UndoStep[], choose: Choose): Promise<void> {
  const email = 'email' in step.target ? step.target.email : step.action === 'restore' ? step.kept.snapshot.email : null;
  if (typeof email !== 'string') return;
  const other = await findOtherByEmail(tx, emailKeyOf(email), step.entityId);
  const frees = ({ entity, entityId, action, target }: UndoStep) =>
    entity === 'client' && entityId === other?.id && (action === 'delete' || (action === 'update' && 'email' in target));
  if (!other || steps.some(frees)) return;
  const found = { entity: step.entity, entityId: step.entityId, field: 'email', reason: 'email_taken' } as const;
  const theirs = { id: other.id, name: [other.lastName, other.firstName].filter(Boolean).join(' ') || other.company };
  const takes = addConflict(step.conflicts, { ...found, done: null, theirs, undone: email }, choose);
  if (step.action === 'update') delete step.target.email;
  else if (takes) step.target.email = null;
  else drop(step);
  if (step.action === 'update' && Object.keys(step.target).length === 0) drop(step);
}

/** Everything that taking back an operation does, and every choice to be made first. */
export async function planUndo(tx: Tx, operationId: number, choose: Choose): Promise<UndoStep[]> {
  const steps: UndoStep[] = [];
  for (const undoable of await undoablesOf(tx, operationId)) {
    await breathe();
    const step = await planStep(tx, undoable, choose);
    if (step) steps.push(step);
  }
  const comingBack: UndoStep[] = [];
  for (const step of steps.filter(({ entity }) => entity === 'order')) {
    if (step.action !== 'restore' && !('client' in step.target)) continue;
    const client = await checkClient(tx, step, [...steps, ...comingBack], choose);
    if (client) comingBack.push(client);
  }
  const all = [...steps, ...comingBack];
  for (const step of all.filter(({ entity }) => entity === 'client')) {
    if (step.action === 'delete') await checkOrders(tx, step, all, choose);
    else if (step.action !== 'none') await checkEmail(tx, step, all, choose);
  }
  return all;
}
