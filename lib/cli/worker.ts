import { closeEngine, getEngine } from '@/db/client';
import { databaseUrl } from '@/db/dialect/name';
import { migrate } from '@/db/migrate';
import { startOwnWorker, stopOwnWorker } from '@/lib/outbox/own-worker';

/** Works until a signal, then finishes what is under way. A second signal ends it at once. */
async function work(): Promise<void> {
  await migrate(databaseUrl());
  startOwnWorker(getEngine());
  process.stdout.write('Working\n');
  // Pauses of the worker do not keep a process alive.
  const alive = setInterval(() => undefined, 3_600_000);
  await new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, done);
  });
  clearInterval(alive);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  await stopOwnWorker();
  await closeEngine();
}

try {
  await work();
  process.exit(0);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
