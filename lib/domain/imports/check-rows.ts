import type { Engine } from '@/db/engines/engine';
import { findImport, insertImportRows, lockImport, removeImportRows, updateImport } from '@/db/queries/imports';
import type { ErrorCode } from '../errors';
import type { FileRecord } from './entity';
import type { Import } from './import-record';
import { planRows } from './plan-rows';

/** Rows of the check before that are removed at a time. */
const removed = 500;

/** What a batch of the file holds. */
export interface FileBatch {
  records: FileRecord[];
  /** Rows of the file looked through when it is written: those before it and its own. */
  rowsRead: number;
  /** Whether it is the last one. */
  end: boolean;
}

/** Whether an import stands as whoever looks its file through has seen it. */
function stands(found: { state: string; rowsRead: number; mapping: string; reading: string } | undefined, seen: Import, raw: RawImport) {
  return found?.state === 'checking' && found.rowsRead === seen.rowsRead && found.mapping === raw.mapping && found.reading === raw.reading;
}

/** The texts of an import as they are stored: what it was mapped by when its file was opened. */
export interface RawImport {
  mapping: string;
  reading: string;
}

/** Removes what an earlier check has written, a part at a time; whether there is more. */
export async function clearRows(db: Engine, id: number): Promise<boolean> {
  return db.transaction(async (tx) => {
    const found = await findImport(tx, id);
    return found?.state === 'checking' && found.rowsRead === 0 ? removeImportRows(tx, id, removed) : false;
  });
}

/**
 * Writes what would become of a batch, together with how far the file has been looked through. It is planned before, so that
 * writers are not kept waiting. False when somebody else has gone on, or the import was mapped anew: nothing is written then.
 */
export async function checkBatch(db: Engine, seen: Import, raw: RawImport, { records, rowsRead, end }: FileBatch): Promise<boolean> {
  const planned = await db.read((tx) => planRows(tx, seen, records));
  return db.transaction(async (tx) => {
    if (!(await lockImport(db, tx, seen.id))) return false;
    const found = await findImport(tx, seen.id);
    if (!found || !stands(found, seen, raw)) return false;
    await insertImportRows(
      tx,
      planned.map(({ rowNo, kind, key, cells, recordId, version, detail }) => ({
        importId: seen.id,
        rowNo,
        kind,
        key,
        cells: JSON.stringify(cells),
        recordId,
        version,
        detail: JSON.stringify(detail),
        choice: null,
        operationId: null,
        refusal: null,
      })),
    );
    await updateImport(tx, { ...found, rowsRead, state: end ? 'checked' : 'checking' });
    return true;
  });
}

/** Ends an import that cannot go on. */
export async function failImport(db: Engine, id: number, failure: ErrorCode, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const found = await findImport(tx, id);
    if (found?.state === 'checking') await updateImport(tx, { ...found, state: 'failed', failure, finishedAt: now.getTime() });
  });
}
