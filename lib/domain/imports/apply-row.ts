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

type Planned = Pick<Import, 'entity' | 'mapping'>;

/** What becomes of the rows of a batch when they are written. */
export type BatchPlan = (tx: Tx, row: ImportRow) => Promise<Verdict>;

/**
 * Step: looks up at once what most rows of a batch need: those that are new. A row is looked up again, alone, where one before it
 * may have changed what it finds: where both have a key in common, and after any write that was not a plain new record.
 */
export async function planBatch(tx: Tx, { entity, mapping }: Planned, rows: readonly ImportRow[]): Promise<BatchPlan> {
  const rules = entityImport(entity);
  const together = await rules.planner(
    tx,
    rows.filter(({ kind }) => kind === 'new'),
    { mapping, bin: false },
  );
  const seen = new Set<string>();
  let onlyNew = true;
  return async (inTx, row) => {
    const keys = rules.keysOf(row.cells, mapping);
    const fresh = onlyNew && row.kind === 'new' && !keys.some((key) => seen.has(key));
    for (const key of keys) seen.add(key);
    onlyNew &&= row.kind === 'new';
    return fresh ? together(row) : (await rules.planner(inTx, [row], { mapping, bin: row.kind === 'binned' }))(row);
  };
}

/**
 * Step: writes one row of a batch. Undefined when there is nothing to do; throws `changed_meanwhile` when it would become
 * something else than was shown, and what the entity's steps throw.
 */
export async function applyRow(
  tx: Tx,
  ctx: Ctx,
  { entity, mapping }: Planned,
  row: ImportRow,
  plan: BatchPlan,
): Promise<Applied | undefined> {
  if (row.kind === 'same' || row.kind === 'error' || row.choice?.action === 'skip') return undefined;
  const rules = entityImport(entity);
  const verdict = await plan(tx, row);
  if (!comesOutAlike(row, verdict)) throw new DomainError('changed_meanwhile');
  const step = stepOf(row, verdict);
  if (!step) return undefined;
  const operationId = await rules.apply(tx, ctx, { ...step, cells: row.cells, mapping });
  return operationId === undefined ? undefined : { operationId, action: step.action };
}
