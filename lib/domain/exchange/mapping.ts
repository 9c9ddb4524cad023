import { findConnectionState } from '@/db/queries/connections';
import { listUserRows } from '@/db/queries/users';
import { loadConnection, saveConnection } from '../connections/write-connection';
import { type Ctx, unit } from '../context';
import type { Json, JsonRecord } from '../journal/fields';
import { may } from '../permissions';
import { readCursors } from './cursors';
import type { Mapping, Vocabulary } from './schema';

/** The words over there as they were last read, and ours for them; users of ours that theirs may be. */
export interface MappingView {
  vocabulary: Vocabulary;
  mapping: Mapping;
  users: { id: number; name: string; username: string }[];
}

function mappingIn(settings: string): Mapping {
  return ((JSON.parse(settings) as { mapping?: Mapping }).mapping ?? {}) as Mapping;
}

/** What is mapped and what could be; the vocabulary is empty until a check or a run has read it. Throws `not_found`. */
export async function getMapping(ctx: Ctx, connectionId: number): Promise<MappingView> {
  may(ctx, 'connection.manage');
  return ctx.db.read(async (tx) => {
    const { settings } = await loadConnection(tx, connectionId);
    const state = await findConnectionState(tx, connectionId);
    const users = (await listUserRows(tx)).map(({ id, displayName, username }) => ({ id, name: displayName, username }));
    return { vocabulary: readCursors(state?.cursors).vocabulary ?? {}, mapping: mappingIn(settings), users };
  });
}

/** Sets our words for theirs, kept as `mapping` in the connection's settings; kinds left out stay. Throws `not_found`, `stale_version`. */
export async function saveMapping(ctx: Ctx, { connectionId, mapping }: { connectionId: number; mapping: Mapping }): Promise<void> {
  may(ctx, 'connection.manage');
  await unit(ctx, async (tx) => {
    const before = await loadConnection(tx, connectionId);
    const settings = { ...(JSON.parse(before.settings) as JsonRecord), mapping: { ...mappingIn(before.settings), ...mapping } as Json };
    await saveConnection(tx, ctx, before, { ...before, settings: JSON.stringify(settings) }, 'connection.edit');
  });
}
