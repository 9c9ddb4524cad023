import { getEngine } from '@/db/client';
import { databaseUrl, dialectOf } from '@/db/dialect/name';
import { migrate } from '@/db/migrate';
import { namedUploads } from '@/db/queries/imports';
import { namedContents } from '@/db/queries/order-parts';
import { writeSeen } from '@/lib/auth/seen-sessions';
import { makeSetupCode } from '@/lib/auth/setup-code';
import { resumeBulk } from '@/lib/bulk-runner';
import { sealJournal } from '@/lib/domain/journal/seal';
import { foldDayTotals } from '@/lib/domain/orders/fold-totals';
import { hasUsers } from '@/lib/domain/users/list-users';
import { appUrl, env } from '@/lib/env';
import { databaseMark, filesFolder } from '@/lib/files/folder';
import { sweepContents } from '@/lib/files/sweep';
import { sweepUploads } from '@/lib/files/uploads';
import { tidyUp } from '@/lib/housekeeping';
import { resumeImports } from '@/lib/import-runner';
import { sweepFolders } from '@/lib/integrations/1c/door/work-folder';
import { log } from '@/lib/log';
import { startOwnWorker } from '@/lib/outbox/own-worker';
import { fillCatalogue } from '@/lib/product-fill';

const slot = Symbol.for('order-client-accounting.started');
const shared = globalThis as typeof globalThis & { [slot]?: Promise<void> };

/** Pauses between two rounds, ms; after a failure, such as a database that is away, a longer one. */
const sealPause = 300;
const upkeepPause = 200;
const foldPause = 5_000;
const resumePause = 10_000;
const cataloguePause = 60_000;
const seenPause = 15_000;
const tidyPause = 3_600_000;
const failurePause = 10_000;

/** Does a work again and again while the process lives, one round at a time. */
function keepDoing(what: string, pause: number, work: () => Promise<void>): void {
  const round = async () => {
    const failed = await work().then(
      () => false,
      (error: unknown) => {
        log().warn({ err: error }, `${what} was put off`);
        return true;
      },
    );
    setTimeout(() => void round(), failed ? Math.max(pause, failurePause) : pause).unref();
  };
  void round();
}

async function start(): Promise<void> {
  env();
  const applied = await migrate(databaseUrl());
  if (applied.length > 0) log().info({ applied, dialect: dialectOf(databaseUrl()) }, 'database migrated');
  if (!(await hasUsers(getEngine()))) {
    process.stdout.write(`No users yet. Open ${appUrl()}/setup and enter the one-time code ${makeSetupCode()}\n`);
  }
  keepDoing('sealing', sealPause, () => sealJournal(getEngine()));
  keepDoing('upkeep', upkeepPause, () => getEngine().upkeep());
  keepDoing('folding', foldPause, () => foldDayTotals(getEngine()));
  keepDoing('changes of many records', resumePause, () => resumeBulk(getEngine()));
  keepDoing('imports', resumePause, () => resumeImports(getEngine()));
  keepDoing('noting sessions', seenPause, () => writeSeen(getEngine()));
  keepDoing('the catalogue', cataloguePause, () => fillCatalogue(getEngine()));
  keepDoing('housekeeping', tidyPause, () => tidyUp(getEngine(), new Date()));
  keepDoing('removing contents that nothing names', tidyPause, sweepFiles);
  if (env().EXCHANGE_WORKER) startOwnWorker(getEngine());
}

async function sweepFiles(): Promise<void> {
  const named = (contents: string[]) => getEngine().read((tx) => namedContents(tx, contents));
  const removed = await sweepContents(filesFolder(), { mark: databaseMark(), named, now: Date.now() });
  await sweepFolders(Date.now());
  await sweepUploads((keys) => getEngine().read((tx) => namedUploads(tx, keys)), Date.now());
  if (removed > 0) log().info({ removed }, 'contents that nothing named were removed');
}

/** What every server does before its first request, once a process: settings, migrations, the first-start code, the seal. */
export function startOnce(): Promise<void> {
  shared[slot] ??= start();
  return shared[slot];
}
