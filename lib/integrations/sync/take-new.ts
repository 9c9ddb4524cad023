import { randomUUID } from 'node:crypto';
import { applyIncoming } from '@/lib/domain/exchange/apply-incoming';
import { type Alike, findAlike } from '@/lib/domain/exchange/find-alike';
import { fieldHashes } from '@/lib/domain/exchange/fingerprint';
import { nameRemote, openLink } from '@/lib/domain/exchange/keep-link';
import type { Exchanged } from '@/lib/domain/exchange/schema';
import type { Remote } from './peer';
import { type Bringing, localised } from './references';
import type { Effect, Sync } from './session';

/** A record of theirs looks like several of ours, or like one that is another record there: only a person can tell. */
export class LooksLikeOthers extends Error {
  readonly looksLike = true;
  constructor(readonly alike: readonly Alike[]) {
    super('duplicate');
    this.name = 'LooksLikeOthers';
  }
}

/** The one record of ours that theirs is, as far as a program can tell; undefined when it is like none. Throws `LooksLikeOthers`. */
export function onlyOne(alike: readonly Alike[]): Alike | undefined {
  const [only, ...more] = alike;
  if (only && (more.length > 0 || only.linked)) throw new LooksLikeOthers(alike);
  return only;
}

export interface New {
  entity: Exchanged;
  remote: Remote;
  asNew: boolean;
  bringing: Bringing;
}

/** The user of ours that its author over there is mapped to. */
function authorHere({ settings: { mapping } }: Sync, { author }: Remote): number | undefined {
  const mapped = author === undefined ? undefined : mapping?.user?.[author];
  return mapped !== undefined && /^[1-9]\d{0,14}$/.test(mapped) ? Number(mapped) : undefined;
}

/** A record of theirs that is not known here: linked to the one of ours it looks like, or made. Whether nothing is left to do. */
export async function takeNew(sync: Sync, { entity, remote, asNew, bringing }: New, done: Set<Effect>): Promise<boolean> {
  if (remote.values.deleted === true || sync.settings.direction === 'out') return true;
  const { connectionId } = sync;
  const only = asNew ? undefined : onlyOne(await sync.ctx().db.read((tx) => findAlike(tx, connectionId, entity, remote.values)));
  if (only) {
    const { link } = await openLink(sync.ctx(), { connectionId, entity, localId: only.id, remoteId: remote.id });
    // It was to be made there, and is there already.
    if (link.remoteId === null) await nameRemote(sync.ctx(), link, remote.id);
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
    author: authorHere(sync, remote),
    agreement: Object.fromEntries(Object.entries(hashes).map(([field, hash]) => [field, { ours: hash, theirs: [hash] }])),
    met: [],
  });
  sync.wrote(operationId);
  done.add('created_here');
  // Once more, to settle: what our rules made of it may differ.
  return false;
}
