import type { Ctx } from '@/lib/domain/context';
import type { ImportView } from '@/lib/domain/imports/get-import';
import type { ImportRow } from '@/lib/domain/imports/import-row';
import { listImportRows } from '@/lib/domain/imports/list-rows';
import type { RowKind } from '@/lib/domain/imports/schema';

/** Records with a choice that are looked at one by one. */
const looked = 500;

/** Whether anything of a record that waits for a choice is written as it is decided now. */
function writes({ kind, detail, choice }: ImportRow): boolean {
  if (kind !== 'conflict') return choice?.action !== undefined && choice.action !== 'skip';
  if (choice?.action === 'skip') return false;
  return (choice?.fromFile?.length ?? 0) > 0 || detail.changes.some(({ was }) => was === undefined);
}

export interface Writing {
  /** Records that would be written. */
  rows: number;
  /** Cells that both sides have changed; 0 when there are too many records to look at. */
  conflictCells: number;
}

/** What the button would write, choices counted; of more undecided records than are looked at each counts as its kind does. */
export async function countWriting(ctx: Ctx, { id, counts }: Pick<ImportView, 'id' | 'counts'>): Promise<Writing> {
  const kinds: RowKind[] = ['conflict', 'duplicate', 'binned'];
  const rows = counts.new + counts.changed;
  if (counts.conflict + counts.duplicate + counts.binned > looked) return { rows: rows + counts.conflict, conflictCells: 0 };
  const undecided = await listImportRows(ctx, id, { kinds, after: 0, limit: looked });
  const conflicts = undecided.filter(({ kind }) => kind === 'conflict');
  return {
    rows: rows + undecided.filter(writes).length,
    conflictCells: conflicts.reduce((sum, { detail }) => sum + detail.changes.filter(({ was }) => was !== undefined).length, 0),
  };
}
