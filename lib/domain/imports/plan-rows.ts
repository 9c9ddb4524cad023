import { createHash } from 'node:crypto';
import type { Tx } from '@/db/engines/engine';
import { rowsAlike } from '@/db/queries/imports';
import { entityImport } from './entities';
import type { FileRecord } from './entity';
import type { Import } from './import-record';
import type { RowDetail, RowKind } from './schema';

/** A record of the file with what would become of it. */
export interface PlannedRow extends FileRecord {
  kind: RowKind;
  key: string;
  recordId: number | null;
  version: number | null;
  detail: RowDetail;
}

/** Characters of a key, which stands in an index. */
const longest = 200;

/** A key as it is stored: whatever a cell holds, no longer than an index takes. */
function storedKey(key: string): string {
  const plain = key.replace(/\0/g, '');
  return plain.length <= longest ? plain : createHash('sha256').update(plain).digest('hex');
}

/** The first row of the file with a key, and about a record. */
class FirstRows {
  private readonly rows = new Map<string, number>();

  add({ key, recordId, rowNo }: { key: string; recordId: number | null; rowNo: number }): void {
    for (const name of [key, recordId === null ? '' : `record ${recordId}`]) {
      const known = this.rows.get(name);
      if (name !== '' && (known === undefined || rowNo < known)) this.rows.set(name, rowNo);
    }
  }

  /** The earlier row that this one doubles. */
  before({ key, recordId, rowNo }: { key: string; recordId: number | null; rowNo: number }): number | undefined {
    const [first, about] = [this.rows.get(key), this.rows.get(`record ${recordId}`)];
    const earlier = Math.min(first ?? rowNo, about ?? rowNo);
    return earlier < rowNo ? earlier : undefined;
  }
}

/**
 * Step: what would become of these records, in the order of the file. One that has the key of an earlier row, or is about the
 * same record, is a double; what is wrong with a row goes first.
 */
export async function planRows(
  tx: Tx,
  { id, entity, mapping }: Pick<Import, 'id' | 'entity' | 'mapping'>,
  records: readonly FileRecord[],
): Promise<PlannedRow[]> {
  const rules = entityImport(entity);
  const verdict = await rules.planner(tx, records, { mapping, bin: true });
  const planned = records.map((record) => ({
    ...record,
    key: storedKey(rules.keysOf(record.cells, mapping)[0] ?? ''),
    ...verdict(record),
  }));
  const first = new FirstRows();
  const keys = [...new Set(planned.flatMap(({ key }) => key || []))];
  const recordIds = [...new Set(planned.flatMap(({ recordId }) => recordId ?? []))];
  for (const row of await rowsAlike(tx, id, { keys, recordIds })) first.add(row);
  return planned.map((row) => {
    const doubles = first.before(row);
    first.add(row);
    if (doubles === undefined || row.kind === 'error') return row;
    return { ...row, kind: 'duplicate', detail: { ...row.detail, doubles } };
  });
}
