import type { ChangeRow, OperationRow } from '@/db/queries/journal';
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

interface JournalRow {
  seq: number;
  operation: OperationRow;
  change: ChangeRow;
  json: string | null;
}

export function entryOf({ seq, operation, change, json }: JournalRow): HistoryEntry {
  return { seq, position: change.position, operation, change, fields: json === null ? null : (JSON.parse(json) as FieldChanges) };
}
