import { findConnectionState } from '@/db/queries/connections';
import { loadConnection, saveConnection } from '../connections/write-connection';
import { type Ctx, unit } from '../context';
import type { Json, JsonRecord } from '../journal/fields';
import { may } from '../permissions';
import { readCursors } from './cursors';
import type { Mapping, Vocabulary } from './schema';

/** The words over there as they were last read, and ours for them. */
export interface MappingView {
  vocabulary: Vocabulary;
  mapping: Mapping;
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
    return { vocabulary: readCursors(state?.cursors).vocabulary ?? {}, mapping: mappingIn(settings) };
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
