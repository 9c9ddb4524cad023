import { breathe } from '@/db/engines/breathe';
import type { Engine, Tx } from '@/db/engines/engine';
import {
  findImport,
  type ImportRecord,
  importsWithRows,
  importsWithSample,
  openImports,
  removeImportRows,
  updateImport,
} from '@/db/queries/imports';
import { readImport, storedImport } from './import-record';

/** Rows removed at a time. */
const batch = 500;
/** Imports tidied up in a round. */
const round = 20;
/** How long the rows of an import are kept, and one that nobody goes on with, ms. */
const keptMs = 30 * 24 * 3600 * 1000;

/** An import without the rows that were shown beside its mapping. */
function sampleless(row: ImportRecord): ImportRecord {
  const found = readImport(row);
  return storedImport({ ...found, file: { ...found.file, sample: [] } });
}

/**
 * Step: at an erasure, every import that is under way ends, and no row of any file stays: names stand in cells in more ways
 * than can be searched for. What was written stays and can be undone. The files go with `driveImport`.
 */
export async function forgetImports(tx: Tx, at: number): Promise<void> {
  for (const row of await openImports(tx)) {
    await updateImport(tx, { ...row, state: 'failed', failure: 'import_erased', finishedAt: at });
  }
  for (const row of await importsWithSample(tx)) await updateImport(tx, sampleless(row));
  for (const { id } of await importsWithRows(tx, Number.MAX_SAFE_INTEGER)) {
    while (await removeImportRows(tx, id, batch)) await breathe();
  }
}

/** Ends imports that nobody has gone on with for 30 days, and removes the rows of those begun before; its files go with `driveImport`. */
export async function tidyImports(db: Engine, now: Date): Promise<void> {
  const before = now.getTime() - keptMs;
  const idle = (await db.read(openImports)).filter(({ state, createdAt }) => createdAt < before && state !== 'applying');
  const old = await db.read((tx) => importsWithRows(tx, before, round));
  for (const { id } of idle) {
    await db.transaction(async (tx) => {
      const row = await findImport(tx, id);
      if (row) await updateImport(tx, sampleless({ ...row, state: 'stopped', finishedAt: now.getTime() }));
    });
  }
  for (const { id, state } of old) {
    while (state !== 'applying' && (await db.transaction((tx) => removeImportRows(tx, id, batch)))) await breathe();
  }
}
