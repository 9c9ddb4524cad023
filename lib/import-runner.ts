import type { Engine } from '@/db/engines/engine';
import { findImport } from '@/db/queries/imports';
import { DomainError, isDomainError } from '@/lib/domain/errors';
import { checkBatch, clearRows, failImport } from '@/lib/domain/imports/check-rows';
import { entityImport } from '@/lib/domain/imports/entities';
import { readImport } from '@/lib/domain/imports/import-record';
import { continueApplying, forgetFile, unfinishedImports } from '@/lib/domain/imports/run-import';
import { removeUpload, uploadPath } from '@/lib/files/uploads';
import { recordsOf } from '@/lib/import/records';
import { openTable } from '@/lib/import/table-file';
import { log } from '@/lib/log';
import { fileRefusal } from './import-files';

const slot = Symbol.for('order-client-accounting.imports');
const shared = globalThis as typeof globalThis & { [slot]?: Map<number, Promise<void>> };

/** How long an import is left alone that another process goes on with, ms. */
const takenMs = 200;

/** Between two batches everybody else has his turn. */
function turnOfOthers(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}

function found(db: Engine, id: number) {
  return db.read((tx) => findImport(tx, id));
}

/** Looks a file through from where that stopped; ends early when somebody else goes on with it or has mapped it anew. */
async function checkFile(db: Engine, id: number): Promise<void> {
  while (await clearRows(db, id)) await turnOfOthers();
  const row = await found(db, id);
  if (row?.state !== 'checking') return;
  const seen = readImport(row);
  if (row.fileKey === null) throw new DomainError('file_gone');
  const table = await openTable(uploadPath(row.fileKey), row.fileName, seen.file.asked);
  let { rowsRead } = seen;
  for await (const batch of recordsOf(table.rows(), entityImport(seen.entity), seen.mapping, rowsRead)) {
    if (!(await checkBatch(db, { ...seen, rowsRead }, row, batch))) {
      await new Promise((done) => setTimeout(done, takenMs));
      return;
    }
    rowsRead = batch.rowsRead;
    await turnOfOthers();
  }
}

async function checkOrFail(db: Engine, id: number): Promise<void> {
  try {
    await checkFile(db, id);
  } catch (error) {
    const refusal = fileRefusal(error);
    if (!isDomainError(refusal)) throw error;
    await failImport(db, id, refusal.code, new Date());
  }
}

async function removeFile(db: Engine, id: number, fileKey: string | null): Promise<void> {
  if (fileKey === null) return;
  await removeUpload(fileKey);
  await forgetFile(db, id);
}

async function drive(db: Engine, id: number): Promise<void> {
  for (;;) {
    const row = await found(db, id);
    switch (row?.state) {
      case 'checking':
        await checkOrFail(db, id);
        break;
      case 'applying':
        await removeFile(db, id, row.fileKey);
        while (await continueApplying(db, id, () => new Date())) await turnOfOthers();
        break;
      case 'done':
      case 'stopped':
      case 'failed':
        return removeFile(db, id, row.fileKey);
      default:
        return;
    }
  }
}

/** Carries an import on: looks its file through, or writes its rows, to the end. Once a process; a failure leaves it for later. */
export function driveImport(db: Engine, id: number): Promise<void> {
  shared[slot] ??= new Map();
  const running = shared[slot];
  const known = running.get(id);
  if (known) return known;
  const driving = drive(db, id)
    .catch((error: unknown) => log().error({ err: error, import: id }, 'an import was put off'))
    .finally(() => running.delete(id));
  running.set(id, driving);
  return driving;
}

/** Carries on what a stopped process left unfinished. */
export async function resumeImports(db: Engine): Promise<void> {
  for (const id of await unfinishedImports(db)) void driveImport(db, id);
}

/** Waits for an import, but no longer than some ms: a short one is done before its page is shown. */
export async function driveImportFor(db: Engine, id: number, ms: number): Promise<void> {
  await Promise.race([driveImport(db, id), new Promise((done) => setTimeout(done, ms))]);
}
