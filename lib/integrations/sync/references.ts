import { findLink, linksOf } from '@/db/queries/links';
import { linkOfRemote } from '@/lib/domain/exchange/keep-link';
import type { OurRecord } from '@/lib/domain/exchange/our-record';
import type { Exchanged, Shared } from '@/lib/domain/exchange/schema';
import { type Json, recordsIn } from '@/lib/domain/journal/fields';
import { Fault } from './peer';
import { busyName, type Sync } from './session';

/** Exchanges a record that another one needs. */
export interface Bringing {
  /** Ours goes there. */
  push: (sync: Sync, entity: Exchanged, localId: number) => Promise<void>;
  /** Theirs comes here. */
  take: (sync: Sync, entity: Exchanged, remoteId: string) => Promise<void>;
}

async function remoteIds(sync: Sync, entity: Exchanged, ids: readonly number[]): Promise<Map<number, string>> {
  if (!sync.peer.entities.includes(entity) || ids.length === 0) return new Map();
  const links = await sync.ctx().db.read((tx) => linksOf(tx, sync.connectionId, entity, ids));
  return new Map(links.flatMap(({ localId, remoteId }) => (remoteId === null ? [] : [[localId, remoteId]])));
}

/** A record of ours as it would come back: with the ids over there of those it names, as far as they are known. */
export async function fitted(sync: Sync, entity: Exchanged, ours: OurRecord): Promise<Shared> {
  if (entity !== 'order') return sync.peer.fit(entity, ours.values);
  const idsOf = (kind: Exchanged) => ours.needs.filter((need) => need.entity === kind).map(({ id }) => id);
  const clients = await remoteIds(sync, 'client', idsOf('client'));
  const products = await remoteIds(sync, 'product', idsOf('product'));
  const items = recordsIn(ours.values.items).map((item) => ({ ...item, ref: products.get(Number(item.ref)) ?? null }));
  return sync.peer.fit(entity, { ...ours.values, client: clients.get(Number(ours.values.client)) ?? null, items });
}

/** Sees to it that what a record of ours names is there before it. Throws `Fault` when its client cannot be. */
export async function bringNeeds(sync: Sync, ours: OurRecord, { push }: Bringing): Promise<void> {
  for (const { entity, id } of ours.needs) {
    if (!sync.peer.entities.includes(entity) || sync.busy.has(busyName(entity, id))) continue;
    const link = await sync.ctx().db.read((tx) => findLink(tx, sync.connectionId, entity, id));
    if (link?.remoteId == null) await push(sync, entity, id);
  }
}

async function localIdOf(sync: Sync, entity: Exchanged, remoteId: string, { take }: Bringing): Promise<number | undefined> {
  const look = () => linkOfRemote(sync.ctx(), { connectionId: sync.connectionId, entity, remoteId });
  const known = await look();
  if (known) return known.localId;
  if (!sync.busy.has(busyName(entity, `there ${remoteId}`))) await take(sync, entity, remoteId);
  return (await look())?.localId;
}

/** What came in with our ids of the records it names; those not here yet are taken first. Throws `Fault` when its client cannot be. */
export async function localised(sync: Sync, entity: Exchanged, values: Shared, bringing: Bringing): Promise<Shared> {
  if (entity !== 'order') return values;
  const patch: Record<string, Json> = { ...values };
  if ('client' in patch) {
    const remoteId = patch.client;
    const id = typeof remoteId === 'string' ? await localIdOf(sync, 'client', remoteId, bringing) : undefined;
    if (id === undefined) throw new Fault('dead', { code: 'refused_here', values: { rule: 'unknown_client' } });
    patch.client = id;
  }
  for (const { ref } of recordsIn(patch.items)) {
    if (typeof ref === 'string' && sync.peer.entities.includes('product')) await localIdOf(sync, 'product', ref, bringing);
  }
  return patch;
}
