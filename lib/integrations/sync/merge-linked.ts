import type { LinkRow } from '@/db/queries/links';
import { type Agreement, afterSending, readAgreement } from '@/lib/domain/exchange/agreement';
import { applyIncoming } from '@/lib/domain/exchange/apply-incoming';
import { fieldHashes, hashOf } from '@/lib/domain/exchange/fingerprint';
import { recognised } from '@/lib/domain/exchange/incoming-items';
import { dropLink, noteSending, settleLink } from '@/lib/domain/exchange/keep-link';
import { type Merge, mergeFields } from '@/lib/domain/exchange/merge-fields';
import type { Met } from '@/lib/domain/exchange/note-collisions';
import { type OurRecord, readOurRecord } from '@/lib/domain/exchange/our-record';
import type { Exchanged, Shared } from '@/lib/domain/exchange/schema';
import { ChangedThere, type Remote } from './peer';
import { type Bringing, bringNeeds, fitted, localised } from './references';
import type { Effect, Sync } from './session';

export interface Linked {
  entity: Exchanged;
  link: LinkRow;
  /** As it was just read, or undefined to read it. */
  remote?: Remote;
  thorough: boolean;
  /** It came from there: what is as it last was is dropped. */
  incoming?: boolean;
  bringing: Bringing;
}

/** Whether nothing is left to do, and the record over there as it is known by now. */
export interface Merging {
  settled: boolean;
  remote: Remote | undefined;
}

/** What never comes into an order that was paid for without a person. */
const guardedWhenPaid: ReadonlySet<string> = new Set(['items', 'deleted']);
const nothing: ReadonlySet<string> = new Set();

/** Both sides as they stand are what is agreed from now on, in these fields. */
export function joinPairs(agreement: Agreement, ours: Shared, theirs: Shared, fields = Object.keys(ours)): Agreement {
  const after = { ...agreement };
  for (const field of fields.filter((name) => name in ours && name in theirs)) {
    after[field] = { ours: hashOf(ours[field] ?? null), theirs: [hashOf(theirs[field] ?? null)] };
  }
  return after;
}

/** A record that is gone there says nothing but that; of ours only that counts then. */
function sides(ours: OurRecord, mine: Shared, remote: Remote | undefined): { mine: Shared; theirs: Shared } {
  if (remote) return { mine, theirs: remote.values };
  return { mine: { deleted: ours.deleted }, theirs: { deleted: true } };
}

function oneWay(merge: Merge, direction: string): Merge {
  if (direction === 'in') return { ...merge, toTheirs: {} };
  return direction === 'out' ? { ...merge, toOurs: {} } : merge;
}

/**
 * What was agreed about fields that are still exchanged. One that was switched off is forgotten with the first look at its record:
 * switched on again it is a field nobody has compared yet, where what is filled wins over what is empty and the policy decides the
 * rest, instead of whoever has emptied it meanwhile. That a record is gone is agreed on whatever its fields are.
 */
function stillShared(agreement: Agreement, whole: Shared): Agreement {
  return Object.fromEntries(Object.entries(agreement).filter(([field]) => field in whole || field === 'deleted'));
}

/** One step of bringing both sides of a linked record together; to be repeated until it is settled. */
export async function mergeLinked(sync: Sync, linked: Linked, done: Set<Effect>): Promise<Merging> {
  const { entity, link } = linked;
  const { ctx, peer, settings } = sync;
  const ours = await ctx().db.read((tx) => readOurRecord(tx, entity, link.localId));
  // Erased: it is left alone, there too.
  if (!ours) return { settled: true, remote: undefined };
  const whole = await fitted(sync, entity, ours);
  const localHash = hashOf(whole);
  const isUnchanged = localHash === link.localHash && !linked.thorough;
  if (isUnchanged && !linked.incoming && !linked.remote) return { settled: true, remote: undefined };
  const remote = linked.remote ?? (await peer.read(entity, [link.remoteId ?? '']))[0];
  const { mine, theirs } = sides(ours, whole, remote);
  if (isUnchanged && hashOf(theirs) === link.remoteHash) return { settled: true, remote };

  const stored = stillShared(readAgreement(link.fields), whole);
  const agreement = remote ? stored : { deleted: { ours: hashOf(false) }, ...stored };
  const policy = settings.policy;
  const merged = mergeFields({
    agreement,
    ours: mine,
    theirs,
    policy,
    oursAt: ours.updatedAt,
    theirsAt: remote?.updatedAt ?? null,
    guarded: entity === 'order' && ours.paid ? guardedWhenPaid : nothing,
  });
  const merge = oneWay(merged, settings.direction);
  const met = (side: 'ours' | 'theirs'): Met[] =>
    merge.collisions.filter(({ decision }) => decision === side).map((collision) => ({ ...collision, policy }));

  if (Object.keys(merge.toOurs).length > 0) {
    const local = await localised(sync, entity, merge.toOurs, linked.bringing);
    const patch = 'items' in local ? { ...local, items: recognised(local.items, whole.items) } : local;
    const written = await applyIncoming(ctx(), {
      connectionId: sync.connectionId,
      entity,
      remoteId: link.remoteId ?? '',
      patch,
      known: { link, version: ours.version },
      uid: link.uid,
      agreement: joinPairs(agreement, merge.toOurs, merge.toOurs),
      met: met('theirs'),
    });
    sync.wrote(written.operationId);
    if (written.operationId !== undefined) done.add(merge.toOurs.deleted === true ? 'deleted_here' : 'updated_here');
    return { settled: false, remote };
  }

  if (Object.keys(merge.toTheirs).length > 0) {
    if (!remote) {
      // Gone there and wanted here: it is made anew.
      await dropLink(ctx(), link);
      return { settled: false, remote: undefined };
    }
    await bringNeeds(sync, ours, linked.bringing);
    const named = await fitted(sync, entity, ours);
    const patch = Object.fromEntries(Object.keys(merge.toTheirs).map((field) => [field, named[field] ?? null]));
    return send({ ...linked, remote, agreement, met: met('ours'), patch, whole: named, sync, done });
  }

  const open = merge.collisions.filter(({ decision }) => decision === null);
  const waiting = new Set(open.map(({ field }) => field));
  const waits = await settleLink(ctx(), link, {
    agreement: joinPairs(
      agreement,
      mine,
      theirs,
      Object.keys(mine).filter((field) => !waiting.has(field)),
    ),
    localVersion: ours.version,
    remoteVersion: remote?.version ?? '',
    localHash,
    remoteHash: hashOf(theirs),
    told: JSON.stringify(remote?.told ?? {}),
    open,
  });
  if (waits) done.add('conflict');
  return { settled: true, remote };
}

interface Sending extends Linked {
  sync: Sync;
  remote: Remote;
  agreement: Agreement;
  met: Met[];
  patch: Shared;
  whole: Shared;
  done: Set<Effect>;
}

/** Writes fields there. What stood there and what is sent are noted before, so that neither is taken for somebody's edit later. */
async function send({ sync, entity, link, remote, agreement, met, patch, whole, done }: Sending): Promise<Merging> {
  const standing = Object.fromEntries(Object.keys(patch).map((field) => [field, remote.values[field] ?? null]));
  const noted = afterSending(afterSending(agreement, fieldHashes(standing)), fieldHashes(patch));
  await noteSending(sync.ctx(), link, noted, met);
  try {
    const answer = await sync.peer.update(entity, { before: remote, patch, whole });
    await noteSending(sync.ctx(), link, joinPairs(noted, patch, answer.values));
    done.add('updated_there');
    return { settled: false, remote: answer };
  } catch (error) {
    if (error instanceof ChangedThere) return { settled: false, remote: undefined };
    throw error;
  }
}
