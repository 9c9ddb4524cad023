import type { Tx } from '@/db/engines/engine';
import { findOperation, type OperationRow, undoingOperations } from '@/db/queries/journal';
import { type Ctx, unit } from '../context';
import { DomainError } from '../errors';
import { gendersOfActors } from '../history/gender';
import { diffSnapshots, type FieldChanges } from '../journal/fields';
import { recordChange } from '../journal/record-change';
import { can, may } from '../permissions';
import type { Gender } from '../users/gender';
import { applySteps } from './apply';
import type { Choose, Taken, Undoable, UndoConflict, UndoStep } from './plan';
import { planUndo, undoablesOf } from './plan-operation';

/** What an erasure has emptied cannot be filled again. */
const final = new Set(['privacy.erase']);

/** Whether an actor may take an operation back, as far as it depends on whose it is. */
export function mayUndo(ctx: Pick<Ctx, 'actor'>, operation: Pick<OperationRow, 'actorId' | 'kind'>): boolean {
  const own = ctx.actor.type === 'user' && operation.actorId === ctx.actor.id;
  return !final.has(operation.kind) && (can(ctx, 'undo.any') || (own && can(ctx, 'undo.own')));
}

async function loadUndoable(tx: Tx, ctx: Ctx, id: number): Promise<OperationRow> {
  const operation = await findOperation(tx, id);
  if (!operation) throw new DomainError('not_found');
  if (final.has(operation.kind)) throw new DomainError('undo_impossible');
  if (!mayUndo(ctx, operation)) throw new DomainError('forbidden');
  return operation;
}

function refuseForeign(ctx: Ctx, steps: readonly UndoStep[]): void {
  for (const { kept } of steps) may(ctx, kept.permission);
}

/** Choices by the name a form gives them. */
export type Choices = Record<string, { taken: Taken; seen: string }>;

/** The name of a conflict in forms: `order.12.status`. */
export function conflictName({ entity, entityId, field }: Pick<UndoConflict, 'entity' | 'entityId' | 'field'>): string {
  return `${entity}.${entityId}.${field}`;
}

function chooseFrom(choices: Choices): Choose {
  return (conflict) => {
    const choice = choices[conflictName(conflict)];
    return choice?.seen === conflict.seen ? choice.taken : undefined;
  };
}

export interface UndoPreview {
  operation: OperationRow;
  /** Of whoever made it. */
  gender: Gender;
  /** What it did. */
  changes: Undoable[];
  /** The operations that took it back already. */
  undoneBy: OperationRow[];
  steps: (Pick<UndoStep, 'entity' | 'entityId' | 'action' | 'orders' | 'conflicts'> & {
    /** What would change: the values now, and then. */
    fields: FieldChanges;
  })[];
}

/** What taking an operation back would do, and what must be chosen first. Throws `not_found`, `forbidden`, `undo_impossible`. */
export async function previewUndo(ctx: Ctx, id: number, choices: Choices = {}): Promise<UndoPreview> {
  may(ctx, 'undo.own');
  return ctx.db.read(async (tx) => {
    const operation = await loadUndoable(tx, ctx, id);
    const steps = await planUndo(tx, id, chooseFrom(choices));
    refuseForeign(ctx, steps);
    const undoneBy = await undoingOperations(tx, [id]);
    const genderOf = await gendersOfActors(tx, [operation]);
    return {
      operation,
      gender: genderOf(operation),
      changes: (await undoablesOf(tx, id)).reverse(),
      undoneBy,
      steps: steps.map(({ entity, entityId, action, orders, conflicts, target, now, kept }) => {
        const fields =
          action === 'update'
            ? diffSnapshots(Object.fromEntries(Object.keys(target).map((field) => [field, now[field] ?? null])), target)
            : action === 'delete'
              ? diffSnapshots(kept.snapshot, null)
              : action === 'restore'
                ? diffSnapshots(null, { ...kept.snapshot, ...target })
                : {};
        return { entity, entityId, action, orders, conflicts, fields };
      }),
    };
  });
}

/** Step: an operation taken back by a new one that names it; the new one's id, or undefined when nothing differs. */
export async function undoStep(tx: Tx, ctx: Ctx, id: number, choose: Choose): Promise<number | undefined> {
  await loadUndoable(tx, ctx, id);
  const steps = await planUndo(tx, id, choose);
  refuseForeign(ctx, steps);
  const open = steps.flatMap(({ conflicts }) => conflicts).filter((conflict) => choose(conflict) === undefined);
  if (open.length > 0) throw new DomainError('undo_conflict');
  const changes = await applySteps(tx, ctx, steps);
  return changes.length > 0 ? recordChange(tx, ctx, 'operation.undo', changes, id) : undefined;
}

/**
 * Takes an operation back, days later too, as a new operation. Throws `undo_conflict` while something that has changed since
 * is not chosen about (nothing is done then), `nothing_to_undo` when everything is as it was, `not_found`, `forbidden`,
 * `undo_impossible`.
 */
export async function undoOperation(ctx: Ctx, id: number, choices: Choices = {}): Promise<{ operationId: number }> {
  may(ctx, 'undo.own');
  return unit(ctx, async (tx) => {
    const operationId = await undoStep(tx, ctx, id, chooseFrom(choices));
    if (operationId === undefined) throw new DomainError('nothing_to_undo');
    return { operationId };
  });
}
