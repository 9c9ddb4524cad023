import { mkdirSync } from 'node:fs';
import { storeVerification } from '@/lib/domain/verify/store-verification';
import { type Verification, verifyDatabase } from '@/lib/domain/verify/verify-database';
import { env } from '@/lib/env';
import { runCommand } from './command';
import { progressLine } from './progress';

await runCommand(async (ctx) => {
  const folder = env().DATA_DIR;
  mkdirSync(folder, { recursive: true });
  const started = Date.now();
  const { step, end } = progressLine('Verifying');
  let found: Verification;
  try {
    found = await verifyDatabase(ctx.db, { folder, progress: step });
  } finally {
    end();
  }
  const durationMs = Date.now() - started;
  await storeVerification(ctx.db, found, started, durationMs);
  const { counts, problems } = found;
  for (const problem of problems) process.stdout.write(`PROBLEM ${problem}\n`);
  const looked = Object.entries(counts).map(([name, n]) => `${n} ${name}`);
  const verdict = problems.length === 0 ? 'whole' : `${problems.length} problems`;
  process.stdout.write(`${looked.join(', ')}: ${verdict} (${(durationMs / 1000).toFixed(1)} s)\n`);
  return problems.length === 0 ? 0 : 1;
});
