import type { Tx } from '@/db/engines/engine';
import type { Ctx } from '../context';
import { DomainError } from '../errors';
import { entityImport } from './entities';
import type { ImportStep, Verdict } from './entity';
import type { Import } from './import-record';
import type { ImportRow } from './import-row';
import { stepOf } from './step-of';

/** Whether a row would still become what somebody has looked at. Of a double nobody could see that before the row it doubles was written. */
function comesOutAlike(row: ImportRow, verdict: Verdict): boolean {
  if (row.detail.doubles !== undefined) return verdict.kind !== 'error';
  const same = row.kind === verdict.kind && row.recordId === verdict.recordId;
  return same && JSON.stringify(row.detail.changes) === JSON.stringify(verdict.detail.changes);
}

export interface Applied {
  operationId: number;
  action: ImportStep['action'];
}

/**
 * Step: writes one row, planned again right before. Undefined when there is nothing to do; throws `changed_meanwhile` when it
 * would become something else than was shown, and what the entity's steps throw.
 */
export async function applyRow(tx: Tx, ctx: Ctx, { entity, mapping }: Import, row: ImportRow): Promise<Applied | undefined> {
  if (row.kind === 'same' || row.kind === 'error' || row.choice?.action === 'skip') return undefined;
  const rules = entityImport(entity);
  const verdict = (await rules.planner(tx, [row], { mapping, bin: row.kind === 'binned' }))(row);
  if (!comesOutAlike(row, verdict)) throw new DomainError('changed_meanwhile');
  const step = stepOf(row, verdict);
  if (!step) return undefined;
  const operationId = await rules.apply(tx, ctx, { ...step, cells: row.cells, mapping });
  return operationId === undefined ? undefined : { operationId, action: step.action };
}
