import type { Tx } from '@/db/engines/engine';
import { type BulkRunRow, bulkRunsOfGroups } from '@/db/queries/bulk-runs';
import { importsOfGroups } from '@/db/queries/imports';
import { type HistoryQuery, historyPage, undoingOperations } from '@/db/queries/journal';
import type { Ctx } from '../context';
import { readImport } from '../imports/import-record';
import type { ImportResult } from '../imports/schema';
import { sealJournal } from '../journal/seal';
import { may } from '../permissions';
import type { Gender } from '../users/gender';
import { entriesOf, type HistoryEntry } from './entry';
import { gendersOfActors } from './gender';

/** A change with the grammatical gender of whoever made it. */
export type ToldEntry = HistoryEntry & { gender: Gender };

export interface HistoryPageResult {
  entries: ToldEntry[];
  /** Operations among them that were taken back. */
  undone: ReadonlySet<number>;
  /** Changes of many records that begin among them, by their first operation. */
  runs: ReadonlyMap<number, Pick<BulkRunRow, 'id' | 'done'>>;
  /** Imports that begin among them, by their first operation. */
  imports: ReadonlyMap<number, ImportedGroup>;
  /** Ask with this `beforeSeq` for older ones; null at the beginning of the history. */
  older: number | null;
}

/** An import as the history tells it. */
export interface ImportedGroup {
  id: number;
  fileName: string;
  made: ImportResult;
}

async function importsAmong(tx: Tx, ids: number[]): Promise<Map<number, ImportedGroup>> {
  const found = ids.length > 0 ? (await importsOfGroups(tx, ids)).map(readImport) : [];
  return new Map(found.map(({ id, groupId, fileName, file }) => [groupId ?? 0, { id, fileName, made: file.made }]));
}

/** Of these operations, those taken back by one that was not taken back itself. */
async function undoneAmong(tx: Tx, ids: number[]): Promise<Set<number>> {
  const undoing = ids.length > 0 ? await undoingOperations(tx, ids) : [];
  const redone =
    undoing.length > 0
      ? await undoingOperations(
          tx,
          undoing.map(({ id }) => id),
        )
      : [];
  const takenBack = new Set(redone.map(({ undoes }) => undoes));
  return new Set(undoing.filter(({ id }) => !takenBack.has(id)).flatMap(({ undoes }) => undoes ?? []));
}

function cutToPage(entries: HistoryEntry[], limit: number): { shown: HistoryEntry[]; older: number | null } {
  if (entries.length <= limit) return { shown: entries, older: null };
  const cut = entries.at(-1)?.seq;
  const whole = entries.filter((entry) => entry.seq !== cut);
  // One operation larger than a page: show its beginning rather than nothing.
  const shown = whole.length > 0 ? whole : entries.slice(0, limit);
  return { shown, older: shown.at(-1)?.seq ?? null };
}

/** What was changed, newest first. All changes of the last operation on a page stand on that page. */
export async function listHistory(ctx: Ctx, query: HistoryQuery): Promise<HistoryPageResult> {
  may(ctx, 'history.read');
  await sealJournal(ctx.db);
  return ctx.db.read(async (tx) => {
    const { shown, older } = cutToPage(entriesOf(await historyPage(tx, { ...query, limit: query.limit + 1 })), query.limit);
    const ids = [...new Set(shown.map(({ operation }) => operation.id))];
    const runs = ids.length > 0 ? await bulkRunsOfGroups(tx, ids) : [];
    const genderOf = await gendersOfActors(
      tx,
      shown.map(({ operation }) => operation),
    );
    const entries = shown.map((entry) => ({ ...entry, gender: genderOf(entry.operation) }));
    const imports = await importsAmong(tx, ids);
    return { entries, undone: await undoneAmong(tx, ids), runs: new Map(runs.map((run) => [run.groupId ?? 0, run])), imports, older };
  });
}
