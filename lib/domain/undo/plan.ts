import { createHash } from 'node:crypto';
import type { Tx } from '@/db/engines/engine';
import type { ChangeRow } from '@/db/queries/journal';
import { wasBinned } from '@/db/queries/record-operations';
import type { FieldChanges, Json, Snapshot } from '../journal/fields';
import type { Entity } from '../journal/record-change';
import { type Kept, loadKept, type Target } from './keepers';
import { isPart, optionalParts, partsUndone } from './order-fields';

/** Why a value is not simply put back. */
export type ConflictReason = 'changed' | 'deleted' | 'email_taken' | 'has_orders' | 'client_deleted' | 'erased';

/** What somebody has to choose about before an operation is taken back. */
export interface UndoConflict {
  entity: Entity;
  entityId: number;
  /** A recorded field, or `record` for the record as a whole. */
  field: string;
  reason: ConflictReason;
  /** What the operation made of it, what it is now, and what it would become. */
  done: Json;
  theirs: Json;
  undone: Json;
  /** Stands for `theirs`: a choice counts only for what its maker saw. */
  seen: string;
}

/** What is done to one record when an operation is taken back. */
export interface UndoStep {
  entity: Entity;
  entityId: number;
  action: 'update' | 'delete' | 'restore' | 'none';
  /** Fields to set, and the values they have now. */
  target: Target;
  now: Snapshot;
  /** Orders that go into the bin with their client. */
  orders: number[];
  conflicts: UndoConflict[];
  kept: Kept;
}

/** Take the undone value although somebody changed it since, or leave theirs. */
export type Taken = 'undone' | 'theirs';

/** The choice about a conflict, if one was made for what it shows. */
export type Choose = (conflict: UndoConflict) => Taken | undefined;

/** Fields that follow from others. */
const derived = new Set(['total_price', 'paid', 'merged_into']);

function same(a: Json | undefined, b: Json | undefined): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

/** A change with the record it was made to, ready to be turned round. */
export interface Undoable {
  change: ChangeRow;
  /** Null when the values were erased. */
  fields: FieldChanges | null;
}

type Takes = (field: string, reason: ConflictReason, values: Pick<UndoConflict, 'done' | 'theirs' | 'undone'>) => boolean;
type Turned = Pick<UndoStep, 'action' | 'target'>;

const nothing: Turned = { action: 'none', target: {} };

/** Puts changed fields back, unless somebody has changed them since and his value stays. What lay in the bin then may stay there. */
function turnUpdate(fields: FieldChanges, kept: Kept, binnedThen: boolean, takes: Takes): Turned {
  const target: Target = {};
  for (const [field, { old, new: done }] of Object.entries(fields)) {
    if (derived.has(field) || field === 'password') continue;
    const theirs = kept.snapshot[field] ?? null;
    const undone = isPart(field) ? partsUndone(field, theirs, old, done) : old;
    if (same(theirs, undone)) continue;
    if (isPart(field) || same(theirs, done) || takes(field, 'changed', { done, theirs, undone })) target[field] = undone;
  }
  if (Object.keys(target).length === 0) return nothing;
  if (!kept.deleted || binnedThen) return { action: 'update', target };
  return takes('record', 'deleted', { done: null, theirs: 'deleted', undone: 'restored' }) ? { action: 'restore', target } : nothing;
}

/** The recorded values of one side of a change that are not the record's values now; and those it has instead. */
function differing(fields: FieldChanges, side: 'old' | 'new', kept: Kept): { done: Snapshot; theirs: Snapshot } | undefined {
  const told = [...new Set([...Object.keys(fields), ...optionalParts])];
  const names = told.filter((name) => !derived.has(name) && !same(kept.snapshot[name], fields[name]?.[side]));
  if (names.length === 0) return undefined;
  const pick = (value: (name: string) => Json | undefined) => Object.fromEntries(names.map((name) => [name, value(name) ?? null]));
  return { done: pick((name) => fields[name]?.[side]), theirs: pick((name) => kept.snapshot[name]) };
}

/** Into the bin again, unless it has changed since it came. */
function turnCreation(fields: FieldChanges, kept: Kept, takes: Takes): Turned {
  if (kept.deleted) return nothing;
  const changed = differing(fields, 'new', kept);
  // Taking the undo of a merge back merges again.
  const target: Target = fields.merged_into?.old == null ? {} : { merged_into: fields.merged_into.old };
  return !changed || takes('record', 'changed', { ...changed, undone: 'deleted' }) ? { action: 'delete', target } : nothing;
}

/** Out of the bin again, unless it was out, changed and deleted anew since. */
function turnDeletion(fields: FieldChanges, kept: Kept, takes: Takes): Turned {
  if (!kept.deleted) return nothing;
  const changed = differing(fields, 'old', kept);
  return !changed || takes('record', 'deleted', { ...changed, undone: 'restored' }) ? { action: 'restore', target: {} } : nothing;
}

async function turn(tx: Tx, { change, fields }: Undoable, kept: Kept, takes: Takes): Promise<Turned> {
  if (fields === null) {
    takes('record', 'erased', { done: null, theirs: null, undone: null });
    return nothing;
  }
  if (change.action === 'update') {
    const binnedThen = kept.deleted && (await wasBinned(tx, change.entity, change.entityId, change.versionBefore ?? 0));
    return turnUpdate(fields, kept, binnedThen, takes);
  }
  return change.action === 'delete' ? turnDeletion(fields, kept, takes) : turnCreation(fields, kept, takes);
}

/** What taking back one change does to its record as it is now; undefined when there is no such record. */
export async function planStep(tx: Tx, undoable: Undoable, choose: Choose): Promise<UndoStep | undefined> {
  const entity = undoable.change.entity as Entity;
  const { entityId } = undoable.change;
  const kept = await loadKept(tx, entity, entityId);
  if (!kept) return undefined;
  const conflicts: UndoConflict[] = [];
  const takes: Takes = (field, reason, values) => addConflict(conflicts, { entity, entityId, field, reason, ...values }, choose);
  const turned = await turn(tx, undoable, kept, takes);
  return { entity, entityId, ...turned, now: kept.deleted ? {} : kept.snapshot, orders: [], conflicts, kept };
}

/** Notes a conflict; whether the undone value is taken. */
export function addConflict(conflicts: UndoConflict[], found: Omit<UndoConflict, 'seen'>, choose: Choose): boolean {
  const seen = createHash('sha256')
    .update(JSON.stringify([found.reason, found.theirs]))
    .digest('hex')
    .slice(0, 12);
  const conflict = { ...found, seen };
  conflicts.push(conflict);
  return choose(conflict) === 'undone';
}
