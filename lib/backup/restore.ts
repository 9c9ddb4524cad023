import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { archiveOf } from '@/db/client';
import { BackupError } from '@/db/engines/backup';
import { type Progress, tryOut } from './try-out';

/**
 * Puts a backup in place of the database: unpacked beside it, brought to this program's schema and checked whole first, then
 * at one stroke. What was looked at, and the name under which the replaced database is kept (null when there was none).
 * Throws `BackupError`, or `MigrationError` for a backup of a newer program; nothing has changed then.
 */
export async function restore(url: string, target: string, progress: Progress) {
  const file = resolve(target);
  if (!existsSync(file) || !statSync(file).isFile()) throw new BackupError(`There is no file ${target}.`);
  const archive = archiveOf(url);
  await archive.refuseForeign(file);
  await archive.refuseOpen();
  return archive.unpack(file, async (trial) => {
    const counts = await tryOut(trial.url, target, progress);
    return { counts, replaced: await trial.place() };
  });
}
