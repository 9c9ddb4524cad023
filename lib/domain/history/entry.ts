import type { ChangeRow, OperationRow, SealedChange } from '@/db/queries/journal';
import type { FieldChanges } from '../journal/fields';

/** One change of one record, as readers of the journal get it. */
export interface HistoryEntry {
  seq: number;
  position: number;
  operation: OperationRow;
  change: ChangeRow;
  /** Null when the values were erased. */
  fields: FieldChanges | null;
}

/** Rows of the journal as entries. An operation always has changes; the join that pins the order cannot know. */
export function entriesOf(rows: readonly SealedChange[]): HistoryEntry[] {
  return rows.flatMap(({ seq, operation, change, json }) => {
    if (!operation || !change) return [];
    const fields = json === null ? null : (JSON.parse(json) as FieldChanges);
    return [{ seq, position: change.position, operation, change, fields }];
  });
}
