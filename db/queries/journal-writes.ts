import { breathe } from '../engines/breathe';
import type { Tx } from '../engines/engine';
import { hot, placed } from '../engines/hot';
import { changes, changeValues, operations, sealQueue } from '../schema/journal';
import type { ChangeRow, OperationRow } from './journal';
import { only } from './only';

interface NewChange {
  change: Omit<ChangeRow, 'id' | 'operationId'>;
  value: { salt: string; json: string };
}

const newOperation = hot('operation.insert', (tx) =>
  tx
    .insert(operations)
    .values(placed(operations, ['id']))
    .returning({ id: operations.id }),
);
const queued = hot('seal_queue.insert', (tx) => tx.insert(sealQueue).values(placed(sealQueue, [])));

export async function insertOperation(tx: Tx, row: Omit<OperationRow, 'id'>): Promise<number> {
  const { id } = only(await newOperation(tx, row));
  await queued(tx, { operationId: id });
  return id;
}

const newChange = hot('change.insert', (tx) =>
  tx
    .insert(changes)
    .values(placed(changes, ['id']))
    .returning({ id: changes.id }),
);
const newValue = hot('change_value.insert', (tx) => tx.insert(changeValues).values(placed(changeValues, [])));

/** Rows of the journal in one statement: few enough to be built in a moment, and far below the parameters an engine takes. */
const rowsAStatement = 50;

/** The changes of an operation, in their order, with their values. */
export async function insertChanges(tx: Tx, operationId: number, rows: readonly NewChange[]): Promise<void> {
  const [single] = rows;
  if (single && rows.length === 1) {
    const { id } = only(await newChange(tx, { ...single.change, operationId }));
    await newValue(tx, { changeId: id, ...single.value, erasedBy: null });
    return;
  }
  for (let from = 0; from < rows.length; from += rowsAStatement) {
    const some = rows.slice(from, from + rowsAStatement);
    const stored = await tx
      .insert(changes)
      .values(some.map(({ change }) => ({ ...change, operationId })))
      .returning({ id: changes.id, position: changes.position });
    // An engine may return the rows in any order.
    const ids = new Map(stored.map(({ id, position }) => [position, id]));
    const values = some.flatMap(({ change, value }) => {
      const changeId = ids.get(change.position);
      return changeId === undefined ? [] : [{ changeId, ...value, erasedBy: null }];
    });
    await tx.insert(changeValues).values(values);
    await breathe();
  }
}
