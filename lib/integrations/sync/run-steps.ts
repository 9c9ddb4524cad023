import { findFinding, findingsOf } from '@/db/queries/exchange-runs';
import { liveIdsAfter } from '@/db/queries/exchange-walk';
import { findLink } from '@/db/queries/links';
import type { Cursors } from '@/lib/domain/exchange/cursors';
import { cursorsOf } from '@/lib/domain/exchange/keep-run';
import { recordName } from '@/lib/domain/exchange/our-record';
import type { Exchanged } from '@/lib/domain/exchange/schema';
import type { PeerPage } from './peer';
import { count, exchangeOne, nameOfRemote, type RunState, tellUnmapped } from './run-state';
import { pushRecord, takeRecord } from './sync-record';

/** Findings settled by one step. */
const fixesAStep = 20;

/** Whether a run is through, and how far the other side was read, if that is to be kept. */
export interface Stepped {
  done: boolean;
  cursors?: Cursors;
}

/** The entity a run is at, and the one after it. */
export function entityAt({ sync, cursor }: RunState): { entity: Exchanged | undefined; next: Exchanged | undefined } {
  const { entities } = sync.peer;
  const entity = cursor.entity ?? entities[0];
  return { entity, next: entity && entities[entities.indexOf(entity) + 1] };
}

async function takePage(state: RunState, entity: Exchanged, { records }: PeerPage): Promise<void> {
  for (const remote of records) {
    count(state, 'seen');
    tellUnmapped(state, entity, remote);
    const which = { entity, remoteId: remote.id, name: nameOfRemote(remote) };
    await exchangeOne(state, which, () => takeRecord(state.sync, entity, remote));
  }
}

/** What has changed there since the last time, a page of it. The first time there is nothing to begin from: it begins now. */
export async function pullStep(state: RunState, connectionId: number): Promise<Stepped> {
  const { entity, next } = entityAt(state);
  if (entity === undefined) return { done: true };
  const cursors = await cursorsOf(state.sync.ctx(), connectionId);
  const begun = typeof state.cursor.at === 'string' ? state.cursor.at : undefined;
  const since = begun ?? cursors.at?.[entity];
  const page =
    since === undefined
      ? { records: [], cursor: await state.sync.peer.present(entity), more: false }
      : await state.sync.peer.changed(entity, since, begun === undefined);
  await takePage(state, entity, page);
  state.cursor = page.more ? { entity, at: page.cursor } : { entity: next };
  return { done: !page.more && next === undefined, cursors: { ...cursors, at: { ...cursors.at, [entity]: page.cursor } } };
}

/** All there is there, then all that is only here, a page of it. */
export async function backfillStep(state: RunState, connectionId: number): Promise<Stepped> {
  const { entity, next } = entityAt(state);
  if (entity === undefined) return { done: true };
  if (state.cursor.side === 'ours') return pushPage(state, entity, next);
  const { peer } = state.sync;
  const isFirst = typeof state.cursor.at !== 'string';
  const cursors = await cursorsOf(state.sync.ctx(), connectionId);
  // From here on, pulls bring what changes meanwhile.
  const at = isFirst ? { ...cursors.at, [entity]: await peer.present(entity) } : cursors.at;
  const page = await peer.list(entity, isFirst ? undefined : String(state.cursor.at));
  await takePage(state, entity, page);
  state.cursor = page.more ? { entity, at: page.cursor } : next ? { entity: next } : { side: 'ours' };
  return { done: false, cursors: { ...cursors, at } };
}

async function pushPage(state: RunState, entity: Exchanged, next: Exchanged | undefined): Promise<Stepped> {
  const { sync } = state;
  const after = typeof state.cursor.at === 'number' ? state.cursor.at : 0;
  const ids = await sync.ctx().db.read((tx) => liveIdsAfter(tx, entity, after, sync.peer.pageSize, sync.connectionId));
  for (const localId of ids) {
    count(state, 'seen');
    const name = await sync.ctx().db.read((tx) => recordName(tx, entity, localId));
    await exchangeOne(state, { entity, localId, name }, () => pushRecord(sync, entity, localId));
  }
  const last = ids.at(-1);
  state.cursor = last === undefined ? { side: 'ours', entity: next } : { side: 'ours', entity, at: last };
  return { done: last === undefined && next === undefined };
}

interface Found {
  kind: string;
  entity: Exchanged;
  localId: number | null;
  remoteId: string | null;
}

async function fixOne(state: RunState, { kind, entity, localId, remoteId }: Found) {
  const { sync } = state;
  if (remoteId !== null) {
    const [remote] = await sync.peer.read(entity, [remoteId]);
    if (remote) return takeRecord(sync, entity, remote, { thorough: true, asNew: kind === 'duplicate' });
  }
  const linked = remoteId === null ? undefined : await sync.ctx().db.read((tx) => findLink(tx, sync.connectionId, entity, localId ?? 0));
  if (localId !== null) return pushRecord(sync, entity, localId, { thorough: linked !== undefined || remoteId === null });
  return new Set<never>();
}

/** What a comparison or a rehearsal has found, brought together; some of it. */
export async function fixStep(state: RunState): Promise<Stepped> {
  const { fix, fixed: after = 0 } = state.cursor;
  if (!fix) return { done: true };
  const { db } = state.sync.ctx();
  const found = fix.ids
    ? await db.read(async (tx) => {
        const rows = [];
        for (const id of (fix.ids ?? []).filter((one) => one > after)) rows.push(await findFinding(tx, id));
        return rows.filter((row) => row !== undefined);
      })
    : await db.read((tx) => findingsOf(tx, fix.runId, { kind: fix.kind, after, limit: fixesAStep, unfixed: true }));
  for (const finding of found) {
    const entity = finding.entity as Exchanged;
    const { name } = JSON.parse(finding.detail) as { name: string };
    const failed = () => (state.counts.refused ?? 0) + (state.counts.duplicates ?? 0);
    const refused = failed();
    const record = { entity, localId: finding.localId ?? undefined, remoteId: finding.remoteId ?? undefined, name };
    await exchangeOne(state, record, () => fixOne(state, { ...finding, entity }));
    if (failed() === refused) state.fixed.push(finding.id);
  }
  const last = found.at(-1)?.id;
  if (last !== undefined) state.cursor = { ...state.cursor, fixed: last };
  return { done: last === undefined || fix.ids !== undefined };
}

/** Records there that somebody has told us of. */
export async function onlyStep(state: RunState): Promise<Stepped> {
  for (const { entity, id } of state.cursor.only ?? []) {
    const [remote] = await state.sync.peer.read(entity, [id]);
    if (remote) await takePage(state, entity, { records: [remote], cursor: '', more: false });
  }
  return { done: true };
}
