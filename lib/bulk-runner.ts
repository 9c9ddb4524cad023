import type { Engine } from '@/db/engines/engine';
import { continueBulk, unfinishedRuns } from '@/lib/domain/bulk/run-bulk';
import { log } from '@/lib/log';

const slot = Symbol.for('order-client-accounting.bulk-runs');
const shared = globalThis as typeof globalThis & { [slot]?: Map<number, Promise<void>> };

/** Between two batches everybody else has his turn. */
function turnOfOthers(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}

async function drive(db: Engine, id: number): Promise<void> {
  while (await continueBulk(db, id, () => new Date())) await turnOfOthers();
}

/** Carries a run out to its end, once a process; a failure leaves it to be carried on later. */
export function driveBulk(db: Engine, id: number): Promise<void> {
  shared[slot] ??= new Map();
  const running = shared[slot];
  const known = running.get(id);
  if (known) return known;
  const driving = drive(db, id)
    .catch((error: unknown) => log().error({ err: error, run: id }, 'a change of many records was put off'))
    .finally(() => running.delete(id));
  running.set(id, driving);
  return driving;
}

/** Carries on what a stopped process, or a database that was away, left unfinished. */
export async function resumeBulk(db: Engine): Promise<void> {
  for (const id of await unfinishedRuns(db)) void driveBulk(db, id);
}

/** Waits for a run, but no longer than some ms: a short one is done before its page is shown. */
export async function driveBulkFor(db: Engine, id: number, ms: number): Promise<void> {
  await Promise.race([driveBulk(db, id), new Promise((done) => setTimeout(done, ms))]);
}
