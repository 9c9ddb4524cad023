import { changedSince, countGroup } from '@/db/queries/bulk-runs';
import { findOperation } from '@/db/queries/journal';
import type { Ctx } from '../context';
import { DomainError } from '../errors';
import { may } from '../permissions';
import type { UndoConflict } from './plan';
import { planUndo } from './plan-operation';
import { mayUndo } from './undo-operation';

/** Changed records that are told one by one. */
const told = 20;

export interface GroupPreview {
  /** Operations to be taken back. */
  operations: number;
  /** What somebody has changed since, as far as it is told. */
  conflicts: UndoConflict[];
  /** Whether more has been changed since than is told. */
  more: boolean;
}

/** What taking a group back would meet. Throws `not_found`, `forbidden`. */
export async function previewGroupUndo(ctx: Ctx, groupId: number): Promise<GroupPreview> {
  may(ctx, 'undo.own');
  return ctx.db.read(async (tx) => {
    const first = await findOperation(tx, groupId);
    if (!first) throw new DomainError('not_found');
    if (!mayUndo(ctx, first)) throw new DomainError('forbidden');
    const ids = await changedSince(tx, groupId, told + 1);
    const conflicts: UndoConflict[] = [];
    for (const id of ids.slice(0, told)) conflicts.push(...(await planUndo(tx, id, () => undefined)).flatMap((step) => step.conflicts));
    return { operations: await countGroup(tx, groupId), conflicts, more: ids.length > told };
  });
}
