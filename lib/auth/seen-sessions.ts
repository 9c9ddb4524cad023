import type { Engine } from '@/db/engines/engine';
import { markSessionsSeen } from '@/db/queries/users';

/** ms after which a session's last request is noted anew. */
export const seenEvery = 5 * 60_000;

const slot = Symbol.for('order-client-accounting.seen-sessions');
const shared = globalThis as typeof globalThis & { [slot]?: Map<string, number> };

/** Remembers that a session was used (UTC epoch ms); written later, so that no request waits for it. */
export function noteSeen(session: { id: string; seenAt: number | null }, at: number): void {
  if (session.seenAt !== null && at - session.seenAt < seenEvery) return;
  shared[slot] ??= new Map();
  shared[slot].set(session.id, at);
}

/** Writes down what was remembered. Whatever a stop of the process loses is noted at the next request. */
export async function writeSeen(db: Engine): Promise<void> {
  const seen = [...(shared[slot] ?? [])];
  if (seen.length === 0) return;
  shared[slot] = new Map();
  await db.transaction((tx) => markSessionsSeen(tx, seen), { isolation: 'read committed' });
}
