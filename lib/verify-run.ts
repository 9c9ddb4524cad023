import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join, resolve } from 'node:path';
import { databaseUrl } from '@/db/dialect/name';
import { lives } from '@/db/engines/scratch-files';
import { env } from '@/lib/env';

/** By then it has died and another process has its number, ms. */
const longest = 6 * 3600 * 1000;

/** A verification under way on this machine. */
interface Run {
  pid: number;
  /** UTC epoch ms. */
  since: number;
}

/** One note for each database that shares the folder. */
function notePath(): string {
  const name = createHash('sha256').update(databaseUrl()).digest('hex').slice(0, 12);
  return join(env().DATA_DIR, `verify-${name}.json`);
}

/** Notes that a process verifies now, so that pages of any process can say so. */
export function noteRun(run: Run): void {
  mkdirSync(env().DATA_DIR, { recursive: true });
  writeFileSync(notePath(), JSON.stringify(run));
}

export function forgetRun(): void {
  rmSync(notePath(), { force: true });
}

/** The verification under way, if there is one. */
export function runningVerification(now: number): Run | undefined {
  try {
    const run = JSON.parse(readFileSync(notePath(), 'utf8')) as Run;
    return now - run.since < longest && lives(run.pid) ? run : undefined;
  } catch {
    // No note, or one that is just being written.
    return undefined;
  }
}

/** Starts `verify` in a process of its own, behind those who answer requests, unless it runs already. */
export function startVerification(now: number): void {
  if (runningVerification(now)) return;
  const program = resolve(/* turbopackIgnore: true */ process.cwd(), 'dist/verify.mjs');
  if (!existsSync(program)) throw new Error('dist/verify.mjs is missing: npm run build makes it');
  const child = spawn(process.execPath, [program], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
  if (child.pid === undefined) return;
  setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  noteRun({ pid: child.pid, since: now });
}
