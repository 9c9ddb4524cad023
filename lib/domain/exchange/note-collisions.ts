import type { Tx } from '@/db/engines/engine';
import { findOpenConflict, insertConflict, updateConflict } from '@/db/queries/conflicts';
import type { Ctx } from '../context';
import { hashOf } from './fingerprint';
import type { Collision } from './merge-fields';
import type { ConflictField, Exchanged } from './schema';
import { shown } from './shown';

/** A collision and the rule that decided it, if one did. */
export interface Met extends Collision {
  policy: string | null;
}

interface Record_ {
  connectionId: number;
  entity: Exchanged;
  localId: number;
  remoteId: string;
}

function asFields(collisions: readonly Collision[]): Record<string, ConflictField> {
  return Object.fromEntries(
    collisions.map(({ field, ours, theirs }) => [
      field,
      { ours: shown(field, ours), theirs: shown(field, theirs), oursHash: hashOf(ours), theirsHash: hashOf(theirs) },
    ]),
  );
}

/** Step: keeps what lost by a rule; one conflict for all fields that were decided one way. */
export async function noteCollisions(tx: Tx, ctx: Ctx, record: Record_, met: readonly Met[]): Promise<void> {
  const at = ctx.now().getTime();
  for (const decision of ['ours', 'theirs'] as const) {
    const some = met.filter((one) => one.decision === decision);
    if (some.length === 0) continue;
    await insertConflict(tx, {
      ...record,
      fields: JSON.stringify(asFields(some)),
      state: 'decided',
      decision,
      policy: some[0]?.policy ?? null,
      createdAt: at,
      decidedAt: at,
      decidedBy: null,
    });
  }
}

/** Step: what a person has to decide about a record, in place of what he had before; nothing closes it. Whether something waits. */
export async function keepOpenConflict(tx: Tx, ctx: Ctx, record: Record_, collisions: readonly Collision[]): Promise<boolean> {
  const at = ctx.now().getTime();
  const open = await findOpenConflict(tx, record.connectionId, record.entity, record.localId);
  if (collisions.length === 0) {
    // Somebody has made both sides the same by hand.
    if (open) await updateConflict(tx, open.id, { state: 'decided', decision: 'ours', policy: 'agreed', decidedAt: at });
    return false;
  }
  const fields = JSON.stringify(asFields(collisions));
  if (open) await updateConflict(tx, open.id, { fields, remoteId: record.remoteId });
  else {
    const undecided = { state: 'open', decision: null, policy: null, createdAt: at, decidedAt: null, decidedBy: null };
    await insertConflict(tx, { ...record, fields, ...undecided });
  }
  return true;
}
