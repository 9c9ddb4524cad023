import type { Tx } from '@/db/engines/engine';
import { conflictsOfRecord, insertConflict, updateConflict } from '@/db/queries/conflicts';
import type { Merged } from './merge-order';

export interface Conflicting {
  connectionId: number;
  entity: string;
  localId: number;
  remoteId: string;
}

/**
 * Step: values that both sides have changed, for a person or as a rule has decided. One that stands already is not told again, and one
 * whose values have become the same is decided. UTC epoch ms.
 */
export async function putConflicts(
  tx: Tx,
  record: Conflicting,
  { kept, settled }: Pick<Merged, 'kept' | 'settled'>,
  at: number,
): Promise<void> {
  if (kept.length + settled.length === 0) return;
  const known = await conflictsOfRecord(tx, record.connectionId, record.entity, record.localId);
  for (const one of known) {
    const about = Object.keys(JSON.parse(one.fields) as object);
    const same = one.state === 'open' && about.every((field) => settled.some((name) => name === field));
    if (same) await updateConflict(tx, one.id, { state: 'decided', decision: 'theirs', policy: 'agreed', decidedAt: at });
  }
  for (const { field, policy, ...values } of kept) {
    const fields = JSON.stringify({ [field]: values });
    const stands = known.some((one) => one.fields === fields && (one.state === 'open' || one.decision === 'ours'));
    if (stands) continue;
    const decided =
      policy === null ? { state: 'open', decision: null, decidedAt: null } : { state: 'decided', decision: policy, decidedAt: at };
    await insertConflict(tx, { ...record, fields, policy, ...decided, createdAt: at, decidedBy: null });
  }
}
