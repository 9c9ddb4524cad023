import type { Engine, Tx } from '@/db/engines/engine';

/** One unit of the door's own notes: sessions, runs, the journal of requests, what was told. No business data. */
export function bookkeep<T>(db: Engine, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction(work, { isolation: 'read committed' });
}
