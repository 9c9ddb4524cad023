import type { Engine } from '@/db/engines/engine';
import { findConnectionState, lockConnectionState, updateConnectionState } from '@/db/queries/connections';
import { bookkeep } from '../door/bookkeep';

/** What ids mean that stand in files of their own: offers come without the names of their warehouses and price types. */
export interface Vocabulary {
  warehouses: Record<string, string>;
  priceTypes: Record<string, string>;
}

/** What a connection has learned so far. */
export async function loadVocabulary(db: Engine, connectionId: number): Promise<Vocabulary> {
  const state = await db.read((tx) => findConnectionState(tx, connectionId));
  const { warehouses = {}, priceTypes = {} } = JSON.parse(state?.cursors ?? '{}') as Partial<Vocabulary>;
  return { warehouses, priceTypes };
}

/** Beside whatever else the connection keeps there. */
export function saveVocabulary(db: Engine, connectionId: number, vocabulary: Vocabulary): Promise<void> {
  return bookkeep(db, async (tx) => {
    await lockConnectionState(tx, connectionId);
    const cursors = JSON.parse((await findConnectionState(tx, connectionId))?.cursors ?? '{}') as object;
    await updateConnectionState(tx, connectionId, { cursors: JSON.stringify({ ...cursors, ...vocabulary }) });
  });
}
