import { mkdirSync } from 'node:fs';
import type { Engine } from '@/db/engines/engine';
import { storeVerification } from '@/lib/domain/verify/store-verification';
import { type Verification, verifyDatabase } from '@/lib/domain/verify/verify-database';
import { env } from '@/lib/env';
import { checkContent } from '@/lib/files/content-store';
import { filesFolder } from '@/lib/files/folder';
import { forgetRun, noteRun } from '@/lib/verify-run';
import { runCommand } from './command';
import { progressLine } from './progress';

/** What was found; that there was no end to it is something found, too, and stands on the page. */
async function verifyAndStore(db: Engine, started: number): Promise<Verification> {
  const folder = env().DATA_DIR;
  mkdirSync(folder, { recursive: true });
  const { step, end } = progressLine('Verifying');
  try {
    const found = await verifyDatabase(db, {
      folder,
      progress: step,
      content: (content) => checkContent(filesFolder(), content),
    });
    await storeVerification(db, found, started, Date.now() - started);
    return found;
  } catch (error) {
    const problems = [`not finished: ${error instanceof Error ? error.message : error}`];
    const counts = { clients: 0, orders: 0, payments: 0, operations: 0 };
    // A database that is broken altogether takes no note of it either; the first failure is the one to tell.
    await storeVerification(db, { counts, problems }, started, Date.now() - started).catch(() => undefined);
    throw error;
  } finally {
    end();
  }
}

await runCommand(async ({ db }) => {
  const started = Date.now();
  noteRun({ pid: process.pid, since: started });
  const { counts, problems } = await verifyAndStore(db, started).finally(forgetRun);
  for (const problem of problems) process.stdout.write(`PROBLEM ${problem}\n`);
  const looked = Object.entries(counts).map(([name, n]) => `${n} ${name}`);
  const verdict = problems.length === 0 ? 'whole' : `${problems.length} problems`;
  process.stdout.write(`${looked.join(', ')}: ${verdict} (${((Date.now() - started) / 1000).toFixed(1)} s)\n`);
  return problems.length === 0 ? 0 : 1;
});
