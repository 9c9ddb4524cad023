import { countUnlinked, liveIdsAfter } from '@/db/queries/exchange-walk';
import { linksOf } from '@/db/queries/links';
import { findAlike } from '@/lib/domain/exchange/find-alike';
import { hashOf } from '@/lib/domain/exchange/fingerprint';
import { linkOfRemote } from '@/lib/domain/exchange/keep-link';
import { type OurRecord, readOurRecord } from '@/lib/domain/exchange/our-record';
import type { Exchanged, FindingDetail } from '@/lib/domain/exchange/schema';
import { shown } from '@/lib/domain/exchange/shown';
import type { Remote } from './peer';
import { fitted } from './references';
import { count, find, nameOfRemote, type RunState, tellUnmapped } from './run-state';
import { entityAt, type Stepped } from './run-steps';

/** Fields in which a record of ours differs from its counterpart, as people read them. */
async function differences(
  state: RunState,
  entity: Exchanged,
  ours: OurRecord,
  remote: Remote,
): Promise<NonNullable<FindingDetail['fields']>> {
  const mine = await fitted(state.sync, entity, ours);
  const fields: NonNullable<FindingDetail['fields']> = {};
  for (const [field, value] of Object.entries(mine)) {
    if (!(field in remote.values)) continue;
    const theirs = remote.values[field] ?? null;
    if (hashOf(value) !== hashOf(theirs)) fields[field] = { ours: shown(field, value), theirs: shown(field, theirs) };
  }
  return fields;
}

/** What taking a record of theirs over would come to. */
async function rehearse(state: RunState, entity: Exchanged, remote: Remote): Promise<void> {
  const { sync } = state;
  const { db } = sync.ctx();
  const which = { entity, remoteId: remote.id };
  const link = await linkOfRemote(sync.ctx(), { connectionId: sync.connectionId, ...which, uid: remote.uid });
  const ours = link && (await db.read((tx) => readOurRecord(tx, entity, link.localId)));
  if (link && ours) {
    if (Object.keys(await differences(state, entity, ours, remote)).length > 0) count(state, 'updated');
    return;
  }
  if (remote.values.deleted === true) return;
  const alike = await db.read((tx) => findAlike(tx, sync.connectionId, entity, remote.values));
  if (alike.length === 0) count(state, 'created');
  else if (alike.length === 1 && !alike[0]?.linked) count(state, 'linked');
  else {
    count(state, 'duplicates');
    find(state, 'duplicate', which, { name: nameOfRemote(remote), like: alike });
  }
}

/** A backfill without a write: what it would create, change, link, and what looks like duplicates. A page of it. */
export async function rehearsalStep(state: RunState): Promise<Stepped> {
  const { entity, next } = entityAt(state);
  if (entity === undefined) return { done: true };
  const { peer, connectionId } = state.sync;
  const linkedBefore = state.counts.linked ?? 0;
  const page = await peer.list(entity, typeof state.cursor.at === 'string' ? state.cursor.at : undefined);
  for (const remote of page.records) {
    count(state, 'seen');
    tellUnmapped(state, entity, remote);
    await rehearse(state, entity, remote);
  }
  const linked = (state.cursor.linked ?? 0) + (state.counts.linked ?? 0) - linkedBefore;
  if (!page.more) {
    const unlinked = await state.sync.ctx().db.read((tx) => countUnlinked(tx, entity, connectionId));
    count(state, 'sent', unlinked - linked);
  }
  state.cursor = page.more ? { entity, at: page.cursor, linked } : { entity: next };
  return { done: !page.more && next === undefined };
}

/** One of theirs that is not here, or that differs. */
async function compareTheirs(state: RunState, entity: Exchanged, remote: Remote): Promise<void> {
  const { sync } = state;
  const link = await linkOfRemote(sync.ctx(), { connectionId: sync.connectionId, entity, remoteId: remote.id, uid: remote.uid });
  const ours = link && (await sync.ctx().db.read((tx) => readOurRecord(tx, entity, link.localId)));
  const name = nameOfRemote(remote);
  if (!link) {
    if (remote.values.deleted === true) return;
    count(state, 'missing');
    find(state, 'missing_here', { entity, remoteId: remote.id }, { name });
    return;
  }
  if (!ours) return;
  const fields = await differences(state, entity, ours, remote);
  if (Object.keys(fields).length === 0) return;
  count(state, 'updated');
  find(state, 'differs', { entity, localId: link.localId, remoteId: remote.id }, { name: ours.name || name, fields });
}

/** Those of ours that are not there. */
async function compareOurs(state: RunState, entity: Exchanged, ids: readonly number[]): Promise<void> {
  const { sync } = state;
  const links = await sync.ctx().db.read((tx) => linksOf(tx, sync.connectionId, entity, ids));
  const remoteIds = links.flatMap(({ remoteId }) => remoteId ?? []);
  const there = new Set((remoteIds.length > 0 ? await sync.peer.read(entity, remoteIds) : []).map(({ id }) => id));
  for (const id of ids) {
    const remoteId = links.find(({ localId }) => localId === id)?.remoteId;
    if (remoteId != null && there.has(remoteId)) continue;
    const ours = await sync.ctx().db.read((tx) => readOurRecord(tx, entity, id));
    if (!ours) continue;
    count(state, 'missing');
    find(state, 'missing_there', { entity, localId: id, remoteId: remoteId ?? undefined }, { name: ours.name });
  }
}

/** Both sides side by side, nothing written: first all of theirs, then all of ours. A page of it. */
export async function reconciliationStep(state: RunState): Promise<Stepped> {
  const { entity, next } = entityAt(state);
  if (entity === undefined) return { done: true };
  const { peer, ctx } = state.sync;
  if (state.cursor.side === 'ours') {
    const after = typeof state.cursor.at === 'number' ? state.cursor.at : 0;
    const ids = await ctx().db.read((tx) => liveIdsAfter(tx, entity, after, peer.pageSize));
    count(state, 'seen', ids.length);
    if (ids.length > 0) await compareOurs(state, entity, ids);
    const last = ids.at(-1);
    state.cursor = last === undefined ? { side: 'ours', entity: next } : { side: 'ours', entity, at: last };
    return { done: last === undefined && next === undefined };
  }
  const page = await peer.list(entity, typeof state.cursor.at === 'string' ? state.cursor.at : undefined);
  for (const remote of page.records) {
    count(state, 'seen');
    tellUnmapped(state, entity, remote);
    await compareTheirs(state, entity, remote);
  }
  state.cursor = page.more ? { entity, at: page.cursor } : next ? { entity: next } : { side: 'ours' };
  return { done: false };
}
