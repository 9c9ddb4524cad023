import { getEngine } from '@/db/client';
import { databaseUrl, dialectOf } from '@/db/dialect/name';
import { migrate } from '@/db/migrate';
import { makeSetupCode } from '@/lib/auth/setup-code';
import { sealJournal } from '@/lib/domain/journal/seal';
import { hasUsers } from '@/lib/domain/users/list-users';
import { appUrl, env } from '@/lib/env';
import { log } from '@/lib/log';

const slot = Symbol.for('order-client-accounting.started');
const shared = globalThis as typeof globalThis & { [slot]?: Promise<void> };

/** Pause between two rounds of the seal, ms. */
const sealPause = 300;

function keepSealing(): void {
  const timer = setInterval(() => {
    sealJournal(getEngine()).catch((error: unknown) => log().warn({ err: error }, 'sealing was put off'));
  }, sealPause);
  timer.unref();
}

async function start(): Promise<void> {
  env();
  const applied = await migrate(databaseUrl());
  if (applied.length > 0) log().info({ applied, dialect: dialectOf(databaseUrl()) }, 'database migrated');
  if (!(await hasUsers(getEngine()))) {
    process.stdout.write(`No users yet. Open ${appUrl()}/setup and enter the one-time code ${makeSetupCode()}\n`);
  }
  keepSealing();
}

/** What every server does before its first request, once a process: settings, migrations, the first-start code, the seal. */
export function startOnce(): Promise<void> {
  shared[slot] ??= start();
  return shared[slot];
}
