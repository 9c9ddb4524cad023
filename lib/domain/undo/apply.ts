import { breathe } from '@/db/engines/breathe';
import type { Tx } from '@/db/engines/engine';
import { findOrder } from '@/db/queries/orders';
import type { Ctx } from '../context';
import type { Change } from '../journal/record-change';
import { moveOrder } from '../orders/write-order';
import { loadKept, type Target } from './keepers';
import type { UndoStep } from './plan';

/** Clients leave before others take their e-mails and names, and are back before their orders are. */
const sequence: [entity: UndoStep['entity'], action: UndoStep['action']][] = [
  ['client', 'delete'],
  ['client', 'update'],
  ['client', 'restore'],
  ['order', 'delete'],
  ['order', 'restore'],
  ['order', 'update'],
];

function rank({ entity, action }: UndoStep): number {
  const place = sequence.findIndex(([one, other]) => one === entity && other === action);
  return place === -1 ? sequence.length : place;
}

async function deleteOrders(tx: Tx, ctx: Ctx, ids: number[]): Promise<Change[]> {
  const changes: Change[] = [];
  for (const id of ids) {
    await breathe();
    const order = await findOrder(tx, id);
    if (order) changes.push(await moveOrder(tx, ctx, order, 'delete'));
  }
  return changes;
}

function mergedInto({ merged_into: main }: Target): number | null {
  return main == null ? null : Number(main);
}

/** An e-mail that is taken must be gone before the client is back. */
async function applyStep(tx: Tx, ctx: Ctx, { entity, entityId, action, target, orders, kept }: UndoStep): Promise<(Change | undefined)[]> {
  const hasTarget = Object.keys(target).length > 0;
  switch (action) {
    case 'delete':
      return [...(await deleteOrders(tx, ctx, orders)), await kept.move?.(ctx, 'delete', mergedInto(target))];
    case 'update':
      return [await kept.change(ctx, target)];
    case 'restore': {
      const changed = hasTarget ? await kept.change(ctx, target) : undefined;
      const now = changed ? await loadKept(tx, entity, entityId) : kept;
      return [changed, await now?.move?.(ctx, 'restore')];
    }
    case 'none':
      return [];
  }
}

/** Carries a plan out; the changes to record, in an order in which they can be taken back again. */
export async function applySteps(tx: Tx, ctx: Ctx, steps: readonly UndoStep[]): Promise<Change[]> {
  const changes: Change[] = [];
  for (const step of [...steps].sort((a, b) => rank(a) - rank(b))) {
    await breathe();
    changes.push(...(await applyStep(tx, ctx, step)).filter((change) => change !== undefined));
  }
  return changes;
}
