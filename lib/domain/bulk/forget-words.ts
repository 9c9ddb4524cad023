import { breathe } from '@/db/engines/breathe';
import type { Tx } from '@/db/engines/engine';
import { endedBulkRunsAfter, updateBulkRun } from '@/db/queries/bulk-runs';
import { type BulkTask, bulkTask } from './schema';

/** Runs looked at at a time. */
const batch = 200;

/** A task without what somebody typed: it has been carried out, and its words may be a person's. */
function wordless(task: BulkTask): BulkTask {
  const { selection, action } = task;
  const filter = 'filter' in selection ? { filter: { ...selection.filter, search: undefined, order_search: undefined } } : selection;
  const fields =
    action.type === 'edit'
      ? { ...action, fields: Object.fromEntries(Object.entries(action.fields).map(([name, value]) => [name, emptied(name, value)])) }
      : action;
  return bulkTask.parse({ ...task, selection: filter, action: fields });
}

function emptied(name: string, value: unknown): unknown {
  return name === 'status' || name === 'due_day' || value === undefined ? value : '';
}

/** Step: the words of finished changes of many records, at an erasure. */
export async function forgetRunWords(tx: Tx): Promise<void> {
  for (let after = 0; ; ) {
    const runs = await endedBulkRunsAfter(tx, after, batch);
    for (const run of runs) {
      const task = JSON.stringify(wordless(bulkTask.parse(JSON.parse(run.task))));
      if (task !== run.task) await updateBulkRun(tx, { ...run, task });
      await breathe();
    }
    const last = runs.at(-1);
    if (!last || runs.length < batch) return;
    after = last.id;
  }
}
