import type { Tx } from '@/db/engines/engine';
import { fieldsChangedAfter } from '@/db/queries/record-operations';
import { DomainError } from '../errors';
import type { BulkTask } from './schema';

type RecordTask = Extract<BulkTask, { entity: 'order' | 'client' }>;

/** The version of a record that was on the screen when it was chosen, if that was told. */
function seenVersion({ selection }: RecordTask, id: number): number | undefined {
  return 'ids' in selection ? selection.seen?.[selection.ids.indexOf(id)] : undefined;
}

/**
 * Refuses with `stale_version` when somebody has changed, since a record was chosen, what is to be set now; changes of other
 * fields are no conflict. Into the bin goes only what is as it was seen.
 */
export async function refuseTouched(tx: Tx, task: RecordTask, id: number, version: number): Promise<void> {
  const seen = seenVersion(task, id);
  if (seen === undefined || seen === version) return;
  const touched = await fieldsChangedAfter(tx, task.entity, id, seen);
  const { action } = task;
  const set =
    action.type === 'edit' ? Object.entries(action.fields).flatMap(([name, value]) => (value === undefined ? [] : [name])) : touched;
  if (set.some((name) => touched.includes(name))) throw new DomainError('stale_version', { values: { version } });
}
