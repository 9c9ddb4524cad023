import type { Tx } from '@/db/engines/engine';
import { changesSince } from '@/db/queries/record-changes';
import type { FieldChanges, Snapshot } from '../journal/fields';

/** What has become of a record since a version. */
export interface Since {
  /** The record as it was in that version; null where nobody knows: a change without its values, or none in the journal. */
  base: Snapshot | null;
  /** The latest change. */
  last: { at: number; actorId: number | null; actorName: string } | undefined;
}

/** A snapshot before changes, the latest first; null when the values of one were erased. */
function before(now: Snapshot, changes: readonly { json: string | null }[]): Snapshot | null {
  const base = { ...now };
  for (const { json } of changes) {
    if (json === null) return null;
    for (const [field, { old }] of Object.entries(JSON.parse(json) as FieldChanges)) base[field] = old;
  }
  return base;
}

/** Step: a record as it was in an earlier version, from what it is now. */
export async function sinceVersion(
  tx: Tx,
  entity: 'client' | 'order' | 'product',
  record: { id: number; version: number; now: Snapshot },
  version: number,
): Promise<Since> {
  const changes = await changesSince(tx, entity, record.id, version);
  const known = changes.length === record.version - version;
  return { base: known ? before(record.now, changes) : null, last: changes[0] };
}
