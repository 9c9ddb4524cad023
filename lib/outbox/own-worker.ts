import type { Engine } from '@/db/engines/engine';
import { rounds } from './rounds';
import { startWorker, type Worker } from './worker';

const slot = Symbol.for('order-client-accounting.worker');
const shared = globalThis as typeof globalThis & { [slot]?: Worker };

/** Starts the worker of this process, once. */
export function startOwnWorker(db: Engine): void {
  shared[slot] ??= startWorker(db, rounds());
}

/** Stops it, if it was started: before the database is closed. */
export async function stopOwnWorker(): Promise<void> {
  const running = shared[slot];
  shared[slot] = undefined;
  await running?.stop();
}
