import { randomUUID } from 'node:crypto';
import { applyIncoming } from '@/lib/domain/exchange/apply-incoming';
import { type Alike, findAlike } from '@/lib/domain/exchange/find-alike';
import { fieldHashes } from '@/lib/domain/exchange/fingerprint';
import { openLink } from '@/lib/domain/exchange/keep-link';
import type { Exchanged } from '@/lib/domain/exchange/schema';
import type { Remote } from './peer';
import { type Bringing, localised } from './references';
import type { Effect, Sync } from './session';

/** A record of theirs looks like several of ours: only a person can tell. */
export class LooksLikeSeveral extends Error {
  readonly looksLike = true;
  constructor(readonly alike: readonly Alike[]) {
    super('duplicate');
    this.name = 'LooksLikeSeveral';
  }
}

/**
 * A record of theirs that is not known here: linked to the one of ours it looks like, or made. Whether nothing is left to do.
 * Throws `LooksLikeSeveral`.
 */
export async function takeNew(sync: Sync, entity: Exchanged, remote: Remote, bringing: Bringing, done: Set<Effect>): Promise<boolean> {
  if (remote.values.deleted === true || sync.settings.direction === 'out') return true;
  const alike = await sync.ctx().db.read((tx) => findAlike(tx, sync.connectionId, entity, remote.values));
  if (alike.length > 1) throw new LooksLikeSeveral(alike);
  const [only] = alike;
  if (only) {
    await openLink(sync.ctx(), { connectionId: sync.connectionId, entity, localId: only.id, remoteId: remote.id });
    done.add('linked');
    return false;
  }
  const patch = await localised(sync, entity, remote.values, bringing);
  const hashes = fieldHashes(remote.values);
  const { operationId } = await applyIncoming(sync.ctx(), {
    connectionId: sync.connectionId,
    entity,
    remoteId: remote.id,
    patch: remote.told?.number === undefined ? patch : { ...patch, external_no: remote.told.number },
    uid: remote.uid ?? randomUUID(),
    agreement: Object.fromEntries(Object.entries(hashes).map(([field, hash]) => [field, { ours: hash, theirs: [hash] }])),
    met: [],
  });
  sync.wrote(operationId);
  done.add('created_here');
  // Once more, to settle: what our rules made of it may differ.
  return false;
}
