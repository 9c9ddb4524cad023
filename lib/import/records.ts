import type { EntityImport, FileRecord } from '../domain/imports/entity';
import type { ImportMapping, RowCells } from '../domain/imports/schema';
import type { SheetRow } from './sheet';
import { cellText } from './table-file';

/** Records planned and written together. */
const batch = 200;

function fieldsOf({ cells }: SheetRow, { columns }: ImportMapping): RowCells['fields'] {
  const fields: RowCells['fields'] = {};
  for (const [at, field] of columns.entries()) if (field !== null) fields[field] = cells[at] ? cellText(cells[at]) : '';
  return fields;
}

/** A row as a record of its own; the fields of its lines apart where the entity has lines. */
function recordOf(row: SheetRow, mapping: ImportMapping, lineFields: readonly string[] | undefined): FileRecord {
  const all = Object.entries(fieldsOf(row, mapping));
  if (!lineFields) return { rowNo: row.no, cells: { fields: Object.fromEntries(all) }, choice: null };
  const own = Object.fromEntries(all.filter(([field]) => !lineFields.includes(field)));
  const line = Object.fromEntries(all.filter(([field]) => lineFields.includes(field)));
  return { rowNo: row.no, cells: { fields: own, lines: [{ rowNo: row.no, fields: line }] }, choice: null };
}

export interface RecordBatch {
  records: FileRecord[];
  /** Rows of the file up to the end of the last record. */
  rowsRead: number;
  end: boolean;
}

/** The records of a file in batches, from a row on (`skip` rows are passed over); the last batch says so, and may be empty. */
export async function* recordsOf(
  blocks: AsyncIterable<SheetRow[]>,
  { lines }: Pick<EntityImport, 'lines'>,
  mapping: ImportMapping,
  skip: number,
): AsyncGenerator<RecordBatch> {
  let read = 0;
  let records: FileRecord[] = [];
  for await (const block of blocks) {
    for (const row of block) {
      read += 1;
      if (read <= skip) continue;
      const record = recordOf(row, mapping, lines?.fields);
      const last = records.at(-1);
      if (last && lines?.continues(last.cells, record.cells.fields)) {
        last.cells.lines?.push(...(record.cells.lines ?? []));
        continue;
      }
      // The record before is whole only now: the next row begins another.
      if (records.length >= batch) {
        yield { records, rowsRead: read - 1, end: false };
        records = [];
      }
      records.push(record);
    }
  }
  yield { records, rowsRead: read, end: true };
}
