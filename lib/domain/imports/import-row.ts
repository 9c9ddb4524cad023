import type { ImportRowRecord } from '@/db/queries/imports';
import { type RowCells, type RowChoice, type RowDetail, type RowKind, rowChoice } from './schema';

/** A record of the file as it stands in its import, its JSON read. */
export interface ImportRow extends Omit<ImportRowRecord, 'kind' | 'cells' | 'detail' | 'choice'> {
  kind: RowKind;
  cells: RowCells;
  detail: RowDetail;
  choice: RowChoice | null;
}

export function readRow(row: ImportRowRecord): ImportRow {
  return {
    ...row,
    kind: row.kind as RowKind,
    cells: JSON.parse(row.cells) as RowCells,
    detail: JSON.parse(row.detail) as RowDetail,
    choice: row.choice === null ? null : rowChoice.parse(JSON.parse(row.choice)),
  };
}

export function storedRow(row: ImportRow): ImportRowRecord {
  return {
    ...row,
    cells: JSON.stringify(row.cells),
    detail: JSON.stringify(row.detail),
    choice: row.choice === null ? null : JSON.stringify(row.choice),
  };
}
