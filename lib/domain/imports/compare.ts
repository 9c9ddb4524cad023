import type { Json, Snapshot } from '../journal/fields';
import { sameValue, standing } from '../merge/three-way';
import type { CellChange } from './schema';

/** A stored value as a file would spell it. */
function spelled(value: Json | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}

/**
 * Cells that would change: the file against the record as it is now, and, where the file was exported from an earlier version,
 * as it was then. A cell that the file has not changed is left out, whatever became of it in the system meanwhile; one that
 * both changed tells what it was. `base` is undefined for a file that knows no version, null where nobody knows it any more.
 */
export function cellChanges(names: readonly string[], now: Snapshot, file: Snapshot, base: Snapshot | null | undefined): CellChange[] {
  const changes: CellChange[] = [];
  for (const field of names) {
    const change = { field, now: spelled(now[field]), file: spelled(file[field]) };
    if (sameValue(change.now, change.file)) continue;
    const was = base ? spelled(base[field]) : undefined;
    const side = base === undefined ? 'mine' : standing({ was, theirs: change.now, mine: change.file });
    if (side === 'mine') changes.push(change);
    else if (side === 'both') changes.push({ ...change, was: was ?? null });
  }
  return changes;
}
