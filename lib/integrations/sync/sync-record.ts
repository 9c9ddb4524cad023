import { findLink, type LinkRow } from '@/db/queries/links';
import { isDomainError } from '@/lib/domain/errors';
import { type Agreement, afterSending } from '@/lib/domain/exchange/agreement';
import { findAlike } from '@/lib/domain/exchange/find-alike';
import { fieldHashes, hashOf } from '@/lib/domain/exchange/fingerprint';
import { dropLink, linkOfRemote, nameRemote, noteSending, openLink } from '@/lib/domain/exchange/keep-link';
import { type OurRecord, readOurRecord } from '@/lib/domain/exchange/our-record';
import type { Exchanged, Shared } from '@/lib/domain/exchange/schema';
import { inTurn } from '../in-turn';
import { joinPairs, mergeLinked } from './merge-linked';
import { Fault, type Remote } from './peer';
import { type Bringing, bringNeeds, fitted } from './references';
import { busyName, type Effect, type Sync } from './session';
import { takeNew } from './take-new';

/** Times that a record is looked at again because one side has changed meanwhile. */
const rounds = 8;

/** Also when nothing seems to have changed: both sides are read and compared. */
export interface Thorough {
  thorough?: boolean;
  /** Of theirs: a person has said that it is none of those here that it looks like. */
  asNew?: boolean;
}

const bringing: Bringing = {
  push: async (sync, entity, localId) => void (await pushRecord(sync, entity, localId)),
  take: async (sync, entity, remoteId) => {
    const [remote] = await sync.peer.read(entity, [remoteId]);
    if (remote) await takeRecord(sync, entity, remote);
  },
};

/** Runs a step until it says that nothing is left; a record that others keep changing is tried later. */
async function untilSettled(step: () => Promise<boolean>): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    try {
      if (await step()) return;
    } catch (error) {
      if (!(isDomainError(error) && error.code === 'stale_version')) throw error;
    }
  }
  throw new Fault('retry', { code: 'changed_there' });
}

/**
 * Makes a record there, once, whatever happens: the key it is made under is stored before, and after an unknown outcome it is
 * looked for by that key. Undefined when nothing is to be made.
 */
async function createThere(sync: Sync, entity: Exchanged, localId: number, effects: Set<Effect>): Promise<Remote | undefined> {
  const ours = await sync.ctx().db.read((tx) => readOurRecord(tx, entity, localId));
  const known = await sync.ctx().db.read((tx) => findLink(tx, sync.connectionId, entity, localId));
  if (!ours || (ours.deleted && !known)) return undefined;
  await bringNeeds(sync, ours, bringing);
  // A delivery and a run may come to the same record at once: the second one must see what the first has made.
  return inTurn(`creates ${sync.connectionId} ${busyName(entity, localId)}`, () => createNew(sync, entity, localId, ours, effects));
}

async function createNew(
  sync: Sync,
  entity: Exchanged,
  localId: number,
  ours: OurRecord,
  effects: Set<Effect>,
): Promise<Remote | undefined> {
  const mine = await fitted(sync, entity, ours);
  const { link, isNew } = await openLink(sync.ctx(), { connectionId: sync.connectionId, entity, localId });
  if (link.remoteId !== null) return (await sync.peer.read(entity, [link.remoteId]))[0];
  const made = isNew ? undefined : await sync.peer.find(entity, link.uid);
  const found = made ?? (await onlyAlike(sync, entity, localId, mine));
  if (found) {
    if (!made) effects.add('linked');
    await nameRemote(sync.ctx(), link, found.id);
    return found;
  }
  if (ours.deleted) {
    await dropLink(sync.ctx(), link);
    return undefined;
  }
  await noteSending(sync.ctx(), link, afterSending({}, fieldHashes(mine)));
  const created = await sync.peer.create(entity, mine, link.uid);
  effects.add('created_there');
  const named = await nameRemote(sync.ctx(), link, created.id);
  await noteSending(sync.ctx(), named, afterCreating(mine, created.values));
  return created;
}

/** What came back as it was sent is agreed; what did not is told once more, as an edit. */
function afterCreating(mine: Shared, theirs: Shared): Agreement {
  const differing = Object.keys(mine).filter((field) => hashOf(mine[field] ?? null) !== hashOf(theirs[field] ?? null));
  const both = (record: Shared) => Object.fromEntries(Object.entries(fieldHashes(record)).filter(([field]) => differing.includes(field)));
  return afterSending(
    afterSending(
      joinPairs(
        {},
        mine,
        theirs,
        Object.keys(mine).filter((field) => !differing.includes(field)),
      ),
      both(theirs),
    ),
    both(mine),
  );
}

/** The one record there that one of ours may be, unless it is another of ours, or may as well be. */
async function onlyAlike(sync: Sync, entity: Exchanged, localId: number, mine: Shared): Promise<Remote | undefined> {
  const [found, ...more] = await sync.peer.alike(entity, mine);
  if (!found || more.length > 0) return undefined;
  const { connectionId } = sync;
  if (await linkOfRemote(sync.ctx(), { connectionId, entity, remoteId: found.id })) return undefined;
  const ours = await sync.ctx().db.read((tx) => findAlike(tx, connectionId, entity, found.values));
  return ours.some(({ id }) => id !== localId) ? undefined : found;
}

async function ourLink(sync: Sync, entity: Exchanged, localId: number): Promise<LinkRow | undefined> {
  return sync.ctx().db.read((tx) => findLink(tx, sync.connectionId, entity, localId));
}

/**
 * Brings a record of ours and its counterpart together: it is made there when there is none; what only one side has changed goes
 * to the other. Sends nothing when nothing has changed here. Throws `Fault`, `PeerError`, `DomainError`.
 */
export async function pushRecord(
  sync: Sync,
  entity: Exchanged,
  localId: number,
  { thorough = false }: Thorough = {},
): Promise<Set<Effect>> {
  const done = new Set<Effect>();
  if (sync.settings.direction === 'in' || !sync.peer.entities.includes(entity)) return done;
  const busy = busyName(entity, localId);
  sync.busy.add(busy);
  try {
    let remote: Remote | undefined;
    await untilSettled(async () => {
      const link = await ourLink(sync, entity, localId);
      if (link?.remoteId == null) {
        remote = await createThere(sync, entity, localId, done);
        return remote === undefined;
      }
      const after = await mergeLinked(sync, { entity, link, remote, thorough, bringing }, done);
      remote = after.remote;
      return after.settled;
    });
  } finally {
    sync.busy.delete(busy);
  }
  return done;
}

/**
 * Brings a record of theirs, as it was just read, and its counterpart together. What equals the last time is dropped. Throws
 * `LooksLikeOthers`, `Fault`, `PeerError`, `DomainError`.
 */
export async function takeRecord(
  sync: Sync,
  entity: Exchanged,
  read: Remote,
  { thorough = false, asNew = false }: Thorough = {},
): Promise<Set<Effect>> {
  const done = new Set<Effect>();
  const busy = busyName(entity, `there ${read.id}`);
  sync.busy.add(busy);
  try {
    let remote: Remote | undefined = read;
    await untilSettled(async () => {
      const found = await linkOfRemote(sync.ctx(), { connectionId: sync.connectionId, entity, remoteId: read.id, uid: read.uid });
      if (!found) return takeNew(sync, { entity, remote: read, asNew, bringing }, done);
      const link = found.remoteId === null ? await nameRemote(sync.ctx(), found, read.id) : found;
      const after = await mergeLinked(sync, { entity, link, remote, thorough, incoming: true, bringing }, done);
      remote = after.remote;
      return after.settled;
    });
  } finally {
    sync.busy.delete(busy);
  }
  return done;
}
